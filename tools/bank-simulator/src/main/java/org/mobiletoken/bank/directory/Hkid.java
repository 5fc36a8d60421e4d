package org.mobiletoken.bank.directory;

import java.util.List;
import java.util.regex.Pattern;

/** A Hong Kong identity card number without brackets; its last character checks the others. */
public record Hkid(String characters) {
    private static final Pattern SHAPE = Pattern.compile("[A-Z]{1,2}[0-9]{6}[0-9A]");
    private static final int SPACE = 36;

    public Hkid {
        if (!SHAPE.matcher(characters).matches() || characters.charAt(characters.length() - 1) != check(characters)) {
            throw new IllegalArgumentException("This is no identity card number: its shape or check digit is wrong");
        }
    }

    /** Adds the check digit to the letters and the six digits. */
    static Hkid withoutCheckDigit(String body) {
        return new Hkid(body + check(body + "?"));
    }

    /** Positions count from 1; a position outside the number does not match. */
    boolean matches(List<Integer> positions, List<String> given) {
        if (positions.isEmpty() || positions.size() != given.size()) {
            return false;
        }
        boolean match = true;
        for (int i = 0; i < positions.size(); i++) {
            int position = positions.get(i);
            match &= position >= 1
                    && position <= characters.length()
                    && at(position).equals(given.get(i));
        }
        return match;
    }

    /** The characters at these positions, which count from 1, as the holder of the card would type them. */
    public List<String> at(List<Integer> positions) {
        return positions.stream().map(this::at).toList();
    }

    private String at(int position) {
        return characters.substring(position - 1, position);
    }

    private static char check(String number) {
        int body = number.length() - 1;
        int sum = body == 7 ? SPACE * 9 : 0;
        for (int i = 0; i < body; i++) {
            sum += Character.digit(number.charAt(i), SPACE) * (body + 1 - i);
        }
        int digit = (11 - sum % 11) % 11;
        return digit == 10 ? 'A' : (char) ('0' + digit);
    }

    @Override
    public String toString() {
        return "identity card number";
    }
}
