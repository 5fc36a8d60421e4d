package org.mobiletoken.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.mobiletoken.enrolment.passcodes.PasscodeSettings;
import org.mobiletoken.enrolment.postgres.Credentials;
import org.mobiletoken.enrolment.postgres.Tokens;
import org.mobiletoken.enrolment.rules.AppPolicies;
import org.mobiletoken.operations.Figure;

/** How many tokens are enabled, and how many passcodes still need a pepper that is no longer the current one. */
@ApplicationScoped
class TokenFigures {
    private static final Duration MILLIONS_TAKE_SECONDS = Duration.ofMinutes(5);

    @Produces
    @Singleton
    Figure enabledTokens(Tokens tokens, AppPolicies apps) {
        return new Figure(
                "enabled_tokens",
                "Enabled tokens, effective or cooling off",
                "app",
                MILLIONS_TAKE_SECONDS,
                () -> enabledByApp(tokens, apps));
    }

    @Produces
    @Singleton
    Figure underOldPeppers(Credentials credentials, PasscodeSettings settings) {
        return Figure.underOldKeys(
                "passcodes",
                Duration.ofHours(1),
                () -> credentials.countLiveUnderOtherPepper(settings.currentPepper()));
    }

    private static Map<String, Double> enabledByApp(Tokens tokens, AppPolicies apps) {
        Map<String, Double> counts = new HashMap<>();
        apps.all().forEach(app -> counts.put(app.app(), 0.0));
        tokens.countLive().forEach((app, number) -> counts.put(app, number.doubleValue()));
        return counts;
    }
}
