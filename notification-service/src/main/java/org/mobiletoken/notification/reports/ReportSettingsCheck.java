package org.mobiletoken.notification.reports;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;

/** A setting that the bank's rule does not allow stops the service with a sentence. */
@ApplicationScoped
class ReportSettingsCheck {

    private static final Duration SHORTEST = Duration.ofDays(1);
    private static final Duration LONGEST = Duration.ofDays(730);

    private final ReportSettings settings;

    ReportSettingsCheck(ReportSettings settings) {
        this.settings = settings;
    }

    void check(@Observes StartupEvent start) {
        require(
                ReportCipher.isKeyset(settings.keyset()),
                "keyset must be a Tink keyset in JSON whose keys encrypt with AEAD");
        require(
                settings.keep().compareTo(SHORTEST) >= 0 && settings.keep().compareTo(LONGEST) <= 0,
                "keep must be a day or more and two years (P730D) or less");
        require(
                settings.keepReads().compareTo(settings.keep()) >= 0,
                "keep-reads must be no less than keep: who read a report is known for as long as there is one");
        Duration within = settings.limits().within();
        require(
                within.isPositive() && within.compareTo(settings.keep()) <= 0,
                "limits.within must be more than nothing and no more than keep: reports are counted while they are kept");
    }

    private static void require(boolean held, String rule) {
        if (!held) {
            throw new IllegalStateException("mobile-token.reports." + rule + ".");
        }
    }
}
