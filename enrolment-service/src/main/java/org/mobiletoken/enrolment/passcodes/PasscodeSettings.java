package org.mobiletoken.enrolment.passcodes;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** How passcodes are hashed; weaker than 19 MiB and two passes, OWASP's minimum for Argon2id, is refused at start-up. */
@ConfigMapping(prefix = "mobile-token.passcodes")
public interface PasscodeSettings {
    /** How many digits a passcode has. */
    @WithDefault("6")
    @Min(6)
    @Max(12)
    int digits();

    /** The memory that one hash takes, in KiB. */
    @WithDefault("19456")
    @Min(19_456)
    int memoryKib();

    /** How often a hash goes over its memory. */
    @WithDefault("2")
    @Min(2)
    int iterations();

    /** How many lanes a hash has. */
    @WithDefault("1")
    @Min(1)
    int parallelism();

    /** The secret keys that passcodes are keyed with before hashing, by id, each at least 32 characters; old ones stay for old verifiers. */
    @NotEmpty
    Map<String, String> peppers();

    /** The id of the pepper for new verifiers. */
    String currentPepper();

    /** How many passcodes are worked on at a time; by default as many as the machine has cores. */
    Optional<@Min(1) Integer> places();

    /** How long a request waits for a place before it is turned away, uncounted. */
    @WithDefault("PT0.5S")
    Duration longestWait();
}
