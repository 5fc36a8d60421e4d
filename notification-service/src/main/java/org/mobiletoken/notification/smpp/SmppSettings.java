package org.mobiletoken.notification.smpp;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The SMS centres and how their links are kept. */
@ConfigMapping(prefix = "mobile-token.smpp")
public interface SmppSettings {

    /** The preferred SMS centre; needed unless another provider is chosen. */
    Optional<String> host();

    /** The port of the SMS centre. */
    @WithDefault("2775")
    @Min(1)
    @Max(65535)
    int port();

    /** What the SMS centre knows this service by. */
    @WithDefault("mobile-token")
    @Size(min = 1, max = 15)
    String systemId();

    /** As long as SMPP allows. */
    Optional<@Size(min = 1, max = 8) String> password();

    /** The kind of system that the SMS centre wants to hear, if it does. */
    Optional<String> systemType();

    /** The TLS configuration ({@code quarkus.tls.<name>}) of the links to all SMS centres; without one they are plain TCP. */
    Optional<String> tlsConfigurationName();

    /** Further SMS centres, in order of preference. */
    List<Fallback> fallbacks();

    /** What the customer sees as the sender. */
    @WithDefault("#MobToken")
    @Size(min = 1, max = 11)
    String sender();

    /** Whether the SMS centre is asked to report what becomes of each message. */
    @WithDefault("true")
    boolean receipts();

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

    /** The longest pause before binding again. */
    @WithDefault("PT10S")
    Duration longestPause();

    /** How many messages may wait for their answer at once on one link; codes and notices have links of their own. */
    @WithDefault("100")
    @Min(1)
    int window();

    /** How long a message waits for a place among those; without one it is not taken. */
    @WithDefault("PT0.3S")
    Duration placeWithin();

    /** An SMS centre that takes what the ones before it provably did not; what it does not say is as with the preferred one. */
    interface Fallback {
        /** Where it is. */
        String host();

        /** Its port. */
        @WithDefault("2775")
        @Min(1)
        @Max(65535)
        int port();

        /** What it knows this service by. */
        Optional<@Size(min = 1, max = 15) String> systemId();

        /** Its password. */
        Optional<@Size(min = 1, max = 8) String> password();

        /** The kind of system that it wants to hear. */
        Optional<String> systemType();
    }
}
