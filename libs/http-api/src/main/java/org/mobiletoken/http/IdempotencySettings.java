package org.mobiletoken.http;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How idempotency keys are kept. */
@ConfigMapping(prefix = "mobile-token.idempotency")
interface IdempotencySettings {
    /** The secret under which bodies are fingerprinted, so that the table tells nothing about them. */
    String secret();

    /** How long an answer is kept and given again. */
    @WithDefault("PT24H")
    Duration keep();

    /** How long a request may be in progress before its key counts as abandoned. */
    @WithDefault("PT1M")
    Duration lease();

    /** How often expired keys are deleted. */
    @WithDefault("10m")
    String purgeEvery();
}
