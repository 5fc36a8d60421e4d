package org.mobiletoken.lockout;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Set;
import org.mobiletoken.lockout.rules.WayOut;

/** The settings of the lockout; the defaults are the bank's rule, and nothing weaker is accepted at start-up. */
@ConfigMapping(prefix = "mobile-token.lockout")
public interface LockoutSettings {

    /** Wrong passcodes in a row that freeze temporarily. */
    @WithDefault("6")
    int consecutiveLimit();

    /** How long a temporary freeze lasts. */
    @WithDefault("24h")
    Duration freezeFor();

    /** Wrong passcodes within the window that freeze permanently. */
    @WithDefault("18")
    int cumulativeLimit();

    /** How long a wrong passcode counts towards a permanent freeze. */
    @WithDefault("180d")
    Duration cumulativeWindow();

    /** How long a reserved attempt may stay unsettled before it is abandoned. */
    @WithDefault("30s")
    Duration attemptTimeout();

    /** Attempts left before a permanent freeze at which the customer is warned. */
    @WithDefault("6,1")
    Set<Integer> warnAt();

    WaysOut waysOut();

    /** Whether a second person must approve what a branch officer opens. */
    @WithDefault("true")
    boolean approvalRequired();

    /** The clients that may reserve attempts. */
    @WithDefault("enrolment-service")
    Set<String> attemptClients();

    /** How often abandoned attempts and elapsed freezes are looked for; whether a customer is frozen never waits for it. */
    @WithDefault("2s")
    String sweepEvery();

    /** How many customers are looked after at a time. */
    @WithDefault("500")
    int sweepBatch();

    /** How long settled and abandoned attempts are kept. */
    @WithDefault("400d")
    Duration keepAttempts();

    /** How long freezes that have ended and the history are kept. */
    @WithDefault("2557d")
    Duration keepHistory();

    /** How often what has been kept long enough is deleted. */
    @WithDefault("1h")
    String purgeEvery();

    /** How often it is looked for seeds that are not encrypted under the primary key of the keyset. */
    @WithDefault("10m")
    String reencryptEvery();

    ETokenSettings eToken();

    /** The ways that lead out of a freeze before it ends by itself. */
    interface WaysOut {
        /** Out of a freeze of a day. */
        @WithDefault("BRANCH")
        Set<WayOut> temporary();

        /** Out of a freeze for good. */
        @WithDefault("BRANCH,E_TOKEN")
        Set<WayOut> permanent();
    }
}
