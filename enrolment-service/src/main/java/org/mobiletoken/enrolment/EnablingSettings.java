package org.mobiletoken.enrolment;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.time.ZoneId;

/** The limits of enabling; start-up refuses values weaker than the bank's rule. */
@ConfigMapping(prefix = "mobile-token.enabling")
public interface EnablingSettings {

    /** How long a customer may take from opening an enrolment to the passcode. */
    @WithDefault("10m")
    Duration lifetime();

    /** How often the HKID characters may be tried in one enrolment. */
    @WithDefault("3")
    @Min(1)
    @Max(3)
    int identityTries();

    /** How often a customer's HKID characters may be wrong on one day. */
    @WithDefault("6")
    @Min(1)
    @Max(6)
    int wrongIdentitiesADay();

    /** Where the bank's day begins and ends. */
    @WithDefault("Asia/Hong_Kong")
    ZoneId zone();
}
