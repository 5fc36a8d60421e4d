package org.mobiletoken.lockout;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.mobiletoken.lockout.rules.BankRule;
import org.mobiletoken.lockout.rules.LockoutPolicy;
import org.mobiletoken.lockout.rules.WaysOut;

/** The policies as the settings have them; a setting weaker than the bank's rule stops the service. */
@ApplicationScoped
class Policies {

    private final LockoutSettings settings;

    Policies(LockoutSettings settings) {
        this.settings = settings;
    }

    @Produces
    @Singleton
    LockoutPolicy lockoutPolicy() {
        return new LockoutPolicy(
                settings.consecutiveLimit(),
                settings.freezeFor(),
                settings.cumulativeLimit(),
                settings.cumulativeWindow(),
                settings.attemptTimeout(),
                settings.warnAt());
    }

    @Produces
    @Singleton
    WaysOut waysOut() {
        return new WaysOut(settings.waysOut().temporary(), settings.waysOut().permanent());
    }

    void check(@Observes StartupEvent start) {
        var breaches = BankRule.breaches(lockoutPolicy(), waysOut());
        if (!breaches.isEmpty()) {
            throw new IllegalStateException(breaches.getFirst());
        }
        if (settings.keepAttempts().compareTo(Duration.ofDays(1)) < 0
                || settings.keepHistory().compareTo(settings.cumulativeWindow()) < 0) {
            throw new IllegalStateException("mobile-token.lockout.keep-attempts must be a day or more, and"
                    + " mobile-token.lockout.keep-history no less than cumulative-window.");
        }
    }
}
