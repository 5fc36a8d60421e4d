package org.mobiletoken.notification.rules;

import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Six random decimal digits; spaces and full-width digits are a matter of typing, anything else is no code. */
public record Code(String digits) {

    private static final Pattern SIX_DIGITS = Pattern.compile("[0-9]{6}");
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");
    private static final int LONGEST_TYPED = 64;

    public Code {
        if (!SIX_DIGITS.matcher(digits).matches()) {
            throw new IllegalArgumentException("a code has six digits");
        }
    }

    public static Code random(SecureRandom random) {
        return new Code(String.format(Locale.ROOT, "%06d", random.nextInt(1_000_000)));
    }

    /** What the customer typed, or empty when it cannot be a code. */
    public static Optional<Code> typed(String text) {
        if (text.length() > LONGEST_TYPED) {
            return Optional.empty();
        }
        String plain =
                SPACES.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).replaceAll("");
        return SIX_DIGITS.matcher(plain).matches() ? Optional.of(new Code(plain)) : Optional.empty();
    }

    /** A code never shows in a log. */
    @Override
    public String toString() {
        return "Code[******]";
    }
}
