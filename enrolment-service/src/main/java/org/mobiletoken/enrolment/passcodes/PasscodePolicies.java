package org.mobiletoken.enrolment.passcodes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Collectors;
import org.mobiletoken.enrolment.rules.PasscodePolicy;

/** The policy of this bank: the digits of the settings, and the list of most guessed passcodes that comes with the service. */
@ApplicationScoped
class PasscodePolicies {
    private static final String MOST_GUESSED = "/passcodes/most-guessed.txt";

    @Produces
    @Singleton
    PasscodePolicy policy(PasscodeSettings settings) {
        try (InputStream file = Objects.requireNonNull(PasscodePolicies.class.getResourceAsStream(MOST_GUESSED));
                BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return new PasscodePolicy(
                    settings.digits(),
                    lines.lines().filter(line -> !line.startsWith("#")).collect(Collectors.toUnmodifiableSet()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
