package org.mobiletoken.notification.rules;

import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * What a customer reads out on the phone, such as {@code ER-7K3M-9Q2G}: seven random characters without look-alikes and a check
 * character that shows any one wrong character and any two that changed places.
 */
public record ReportReference(String text) {

    /** Their number is prime, which the check character needs. */
    private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRTVWXYZ";

    private static final int RANDOM_CHARACTERS = 7;
    private static final int HALF = 4;
    private static final String PREFIX = "ER";
    private static final Pattern FORM = Pattern.compile("ER-[" + ALPHABET + "]{4}-[" + ALPHABET + "]{4}");
    private static final Pattern SEPARATORS = Pattern.compile("[\\s-]");
    private static final int BARE_LENGTH = RANDOM_CHARACTERS + 1;

    public ReportReference {
        if (!FORM.matcher(text).matches() || !checks(text)) {
            throw new IllegalArgumentException("not a reference of an error report");
        }
    }

    public static ReportReference random(RandomGenerator random) {
        StringBuilder characters = new StringBuilder();
        for (int i = 0; i < RANDOM_CHARACTERS; i++) {
            characters.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        characters.append(ALPHABET.charAt(checkOf(characters)));
        return new ReportReference(written(characters.toString()));
    }

    /** What somebody heard and typed, in small letters too and with or without dashes and prefix; empty if it was misheard. */
    public static Optional<ReportReference> typed(String text) {
        String plain = SEPARATORS.matcher(text.toUpperCase(Locale.ROOT)).replaceAll("");
        String bare = plain.length() == PREFIX.length() + BARE_LENGTH && plain.startsWith(PREFIX)
                ? plain.substring(PREFIX.length())
                : plain;
        if (bare.length() != BARE_LENGTH) {
            return Optional.empty();
        }
        String written = written(bare);
        return FORM.matcher(written).matches() && checks(written)
                ? Optional.of(new ReportReference(written))
                : Optional.empty();
    }

    private static String written(String bare) {
        return PREFIX + "-" + bare.substring(0, HALF) + "-" + bare.substring(HALF);
    }

    private static boolean checks(String written) {
        String bare = SEPARATORS.matcher(written.substring(PREFIX.length())).replaceAll("");
        return ALPHABET.indexOf(bare.charAt(RANDOM_CHARACTERS)) == checkOf(bare);
    }

    /** Every position weighs differently, so that two that changed places are noticed. */
    private static int checkOf(CharSequence bare) {
        int sum = 0;
        for (int i = 0; i < RANDOM_CHARACTERS; i++) {
            sum += (i + 1) * ALPHABET.indexOf(bare.charAt(i));
        }
        return sum % ALPHABET.length();
    }

    @Override
    public String toString() {
        return text;
    }
}
