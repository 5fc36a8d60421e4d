package org.mobiletoken.operations;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The limits within which operations replay. */
@ConfigMapping(prefix = "mobile-token.operations")
public interface OperationsSettings {
    /** How long a plan may be approved and run. */
    @WithDefault("1h")
    Duration planValidFor();

    /** How much earlier than the inbox forgets an event it is too old to be handed over again. */
    @WithDefault("24h")
    Duration inboxMargin();

    /** How many events a second a replay hands over, unless it is run with another number. */
    @WithDefault("200")
    int eventsPerSecond();

    /** The highest number that a replay can be run with. */
    @WithDefault("5000")
    int eventsPerSecondAtMost();

    /** How many events a replay may park before it stops by itself. */
    @WithDefault("20")
    int parkedAtMost();

    /** How long a replay can be read after it ended or expired. */
    @WithDefault("400d")
    Duration keepReplays();

    /** How often a replica looks for a replay that has nobody who runs it. */
    @WithDefault("1s")
    Duration lookEvery();

    /** How far the host's clock may be from the database's for the service to start. */
    @WithDefault("5s")
    Duration clockSkewAtMost();

    /** How often a replica looks whether figures of the database are due, and shows what was counted. */
    @WithDefault("15s")
    Duration figuresEvery();
}
