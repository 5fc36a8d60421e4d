package org.mobiletoken.enrolment;

import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.mobiletoken.enrolment.rules.AppPolicies;
import org.mobiletoken.enrolment.rules.AppPolicy;
import org.mobiletoken.enrolment.rules.BankDay;
import org.mobiletoken.enrolment.rules.IdentityPolicy;
import org.mobiletoken.enrolment.rules.PolicyFloor;

/** Turns settings into policies; production does not start with an app below the bank's floor. */
@ApplicationScoped
class Policies {

    private static final PolicyFloor FLOOR = new PolicyFloor(Duration.ofHours(6));

    @Produces
    @Singleton
    @Startup
    AppPolicies apps(AppSettings settings) {
        AppPolicies policies = new AppPolicies(settings.byName().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> policy(entry.getKey(), entry.getValue()))));
        if (ConfigUtils.isProfileActive("prod")) {
            refuseTooWeak(policies);
        }
        return policies;
    }

    @Produces
    @Singleton
    IdentityPolicy identity(EnablingSettings settings) {
        return new IdentityPolicy(settings.identityTries(), settings.wrongIdentitiesADay());
    }

    @Produces
    @Singleton
    BankDay bankDay(EnablingSettings settings) {
        return new BankDay(settings.zone());
    }

    static void refuseTooWeak(AppPolicies policies) {
        List<String> tooWeak = FLOOR.tooWeak(policies);
        if (!tooWeak.isEmpty()) {
            throw new IllegalStateException("An app for high-risk transactions cools off for at least six hours, but "
                    + String.join(", ", tooWeak) + " does not.");
        }
    }

    private static AppPolicy policy(String name, AppSettings.App app) {
        return new AppPolicy(
                name, app.coolingOff(), app.highRisk(), app.loginAgainAfterDisable(), List.copyOf(app.accountLogin()));
    }
}
