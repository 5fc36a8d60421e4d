package org.mobiletoken.enrolment;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long what is over is kept; what is in force is never deleted. */
@ConfigMapping(prefix = "mobile-token.retention")
public interface RetentionSettings {

    /** Enrolments, approvals and counts of wrong HKID characters, once they have expired. */
    @WithDefault("30d")
    Duration flows();

    /** The bank's record: the history, and tokens and credentials from their end on. */
    @WithDefault("2557d")
    Duration records();
}
