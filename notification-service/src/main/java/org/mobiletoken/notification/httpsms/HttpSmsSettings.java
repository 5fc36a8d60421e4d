package org.mobiletoken.notification.httpsms;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** The provider that takes short messages by HTTP; address and key are needed if it is the chosen one. */
@ConfigMapping(prefix = "mobile-token.http-sms")
public interface HttpSmsSettings {

    /** Where the provider is; needed if it is chosen. */
    Optional<URI> url();

    /** What the provider knows this service by. */
    Optional<String> apiKey();

    /** What the customer sees as the sender. */
    @WithDefault("#MobToken")
    String sender();

    /** How long connecting may take. */
    @WithDefault("PT2S")
    Duration connectWithin();

    /** How long the provider may take to answer a message; after that its fate is unknown. */
    @WithDefault("PT5S")
    Duration answerWithin();

    /** How many messages of one class may wait for their answer at once. */
    @WithDefault("100")
    @Min(1)
    int window();

    /** How long a message waits for a place among those; without one it is not taken. */
    @WithDefault("PT0.3S")
    Duration placeWithin();
}
