package org.mobiletoken.notification;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import org.mobiletoken.notification.rules.DailyLimit;
import org.mobiletoken.notification.rules.DestinationPolicy;
import org.mobiletoken.notification.rules.OtpFloor;

/** In production, a setting that is weaker than the bank's rule stops the service; a demonstration may be more generous. */
@ApplicationScoped
class StrictSettings {

    void check(@Observes StartupEvent start, NotificationSettings settings) {
        if (ConfigUtils.getProfiles().contains("prod")) {
            List<String> breaches = OtpFloor.breaches(
                    IssueOtp.policy(settings.otp()),
                    new DailyLimit(settings.otp().codesPerNumber()),
                    new DestinationPolicy(settings.otp().quietAfterNumberChange()));
            if (!breaches.isEmpty()) {
                throw new IllegalStateException(breaches.getFirst());
            }
        }
    }
}
