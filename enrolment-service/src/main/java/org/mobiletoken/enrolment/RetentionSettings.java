package org.mobiletoken.enrolment;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long what is over is kept; tokens, credentials and the history are the bank's record and stay. */
@ConfigMapping(prefix = "mobile-token.retention")
public interface RetentionSettings {

    /** Enrolments, approvals and counts of wrong HKID characters, once they have expired. */
    @WithDefault("30d")
    Duration flows();
}
