package org.mobiletoken.notification.smpp;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.Optional;

/** The SMS centre and how its links are kept. */
@ConfigMapping(prefix = "mobile-token.smpp")
public interface SmppSettings {

    @NotBlank
    String host();

    @Min(1)
    @Max(65535)
    int port();

    @Size(min = 1, max = 15)
    String systemId();

    @Size(min = 1, max = 8)
    String password();

    Optional<String> systemType();

    /** What the customer sees as the sender. */
    @WithDefault("#MobToken")
    @Size(min = 1, max = 11)
    String sender();

    /** How often an idle link is asked whether it is alive. */
    @WithDefault("PT15S")
    Duration enquireLink();

    /** How long the SMS centre may take to answer a message; after that its fate is unknown. */
    @WithDefault("PT5S")
    Duration answerWithin();

    /** How long connecting and binding may take. */
    @WithDefault("PT5S")
    Duration bindWithin();

    /** The first pause before binding again; it doubles up to {@link #longestPause()}. */
    @WithDefault("PT0.2S")
    Duration firstPause();

    @WithDefault("PT10S")
    Duration longestPause();

    /** How many messages of one class may wait for their answer at once. */
    @WithDefault("100")
    @Min(1)
    int window();
}
