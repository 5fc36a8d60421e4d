package org.mobiletoken.sync;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The settings of synchronising. */
@ConfigMapping(prefix = "mobile-token.sync")
public interface SyncSettings {
    /** How long a cancelled offer is not made again; the menu is there all the time. */
    @WithDefault("P30D")
    Duration quietAfterCancelling();

    /** How long a proof may be in verification before another attempt may start; longer than the call's timeout. */
    @WithDefault("PT1M")
    Duration verifyingFor();

    /** How long a caller who prefers to wait waits at most for the outcome. */
    @WithDefault("PT5S")
    Duration waitAtMost();

    /** How often a waiting caller looks, in case the outcome came through another replica. */
    @WithDefault("PT0.2S")
    Duration lookEvery();

    /** How long an ended synchronisation can be read. */
    @WithDefault("P90D")
    Duration keepSyncs();

    /** How long history and consents are kept. */
    @WithDefault("P2557D")
    Duration keepHistory();

    /** How often what is older gets deleted. */
    @WithDefault("1h")
    String purgeEvery();
}
