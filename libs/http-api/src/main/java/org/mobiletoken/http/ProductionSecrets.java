package org.mobiletoken.http;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/** A production start-up is refused while a setting still holds a secret meant for development. */
class ProductionSecrets {
    static final String DEVELOPMENT_PREFIX = "development-only";

    private static final int BEFORE_EVERYTHING = 1;

    void check(@Observes @Priority(BEFORE_EVERYTHING) StartupEvent start, Config config) {
        if (ConfigUtils.getProfiles().contains("prod")) {
            refuseDevelopmentSecrets(config);
        }
    }

    static void refuseDevelopmentSecrets(Config config) {
        for (String name : config.getPropertyNames()) {
            if ((name.startsWith("mobile-token.") || name.startsWith("quarkus."))
                    && valueOf(config, name)
                            .filter(value -> isForDevelopment(name, value))
                            .isPresent()) {
                throw new IllegalStateException(
                        "The setting " + name + " holds a development secret; production needs one of its own.");
            }
        }
    }

    private static boolean isForDevelopment(String name, String value) {
        // The development realm's clients have the secret "<client id>-secret".
        return value.startsWith(DEVELOPMENT_PREFIX) || name.endsWith("credentials.secret") && value.endsWith("-secret");
    }

    private static Optional<String> valueOf(Config config, String name) {
        try {
            return config.getOptionalValue(name, String.class);
        } catch (NoSuchElementException | IllegalArgumentException unresolved) {
            return Optional.empty();
        }
    }
}
