package org.mobiletoken.enrolment.passcodes;

import de.mkammerer.argon2.Argon2;
import de.mkammerer.argon2.Argon2Factory;
import de.mkammerer.argon2.Argon2Factory.Argon2Types;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.mobiletoken.enrolment.rules.Passcode;

/**
 * A passcode is kept as Argon2id over its HMAC under a secret pepper, written {@code pepperId$phc}: whoever steals the database alone
 * cannot even start to guess.
 */
@Startup
@ApplicationScoped
public class Passcodes {
    private static final int SHORTEST_PEPPER = 32;

    private final PasscodeSettings settings;
    private final Map<String, String> peppers;
    private final Argon2 argon2 = Argon2Factory.create(Argon2Types.ARGON2id);

    Passcodes(PasscodeSettings settings) {
        this.settings = settings;
        this.peppers = Map.copyOf(settings.peppers());
        if (!peppers.containsKey(settings.currentPepper())) {
            throw new IllegalStateException("mobile-token.passcodes.current-pepper names none of the peppers.");
        }
        if (peppers.entrySet().stream()
                .anyMatch(pepper -> pepper.getValue().length() < SHORTEST_PEPPER
                        || pepper.getKey().contains("$"))) {
            throw new IllegalStateException(
                    "A pepper in mobile-token.passcodes.peppers has fewer than 32 characters, or a $ in its id.");
        }
    }

    /** The verifier to store; takes as long as the parameters say. */
    public String verifier(Passcode passcode) {
        String pepper = settings.currentPepper();
        return pepper + "$"
                + argon2.hash(
                        settings.iterations(), settings.memoryKib(), settings.parallelism(), keyed(passcode, pepper));
    }

    /** The pepper that the verifier was made with. */
    public static String pepperOf(String verifier) {
        return verifier.substring(0, verifier.indexOf('$'));
    }

    /** Whether that pepper is configured; without it nothing can be said about a passcode. */
    public boolean canCheck(String verifier) {
        return peppers.containsKey(pepperOf(verifier));
    }

    /** Whether the passcode is the one that the verifier was made of. */
    public boolean matches(Passcode passcode, String verifier) {
        String pepper = pepperOf(verifier);
        return argon2.verify(verifier.substring(pepper.length() + 1), keyed(passcode, pepper));
    }

    /** Whether the verifier was made with another pepper or other parameters than new ones are. */
    public boolean isOutdated(String verifier) {
        String current = "%s$$argon2id$v=19$m=%d,t=%d,p=%d$"
                .formatted(
                        settings.currentPepper(), settings.memoryKib(), settings.iterations(), settings.parallelism());
        return !verifier.startsWith(current);
    }

    private byte[] keyed(Passcode passcode, String pepperId) {
        String pepper = peppers.get(pepperId);
        if (pepper == null) {
            throw new IllegalStateException("The pepper " + pepperId + " of a stored verifier is not configured");
        }
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(pepper.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return Base64.getEncoder().encode(mac.doFinal(passcode.reveal().getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java platform has no HMAC-SHA256", e);
        }
    }
}
