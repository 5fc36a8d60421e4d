package org.mobiletoken.notification.rules;

import java.util.stream.IntStream;

/** The number of a payment card: 13 to 19 digits whose last one is the check digit of ISO/IEC 7812 (Luhn). */
final class CardNumber {

    private static final int SHORTEST = 13;
    private static final int LONGEST = 19;

    /** A digit twice, with the digits of the result added. */
    private static final int[] TWICE = {0, 2, 4, 6, 8, 1, 3, 5, 7, 9};

    private CardNumber() {}

    static boolean isOne(String digits) {
        return digits.length() >= SHORTEST
                && digits.length() <= LONGEST
                && IntStream.range(0, digits.length())
                                        .map(place -> weighed(digits, place))
                                        .sum()
                                % 10
                        == 0;
    }

    /** Every second digit from the right counts twice. */
    private static int weighed(String digits, int placeFromRight) {
        int digit = digits.charAt(digits.length() - 1 - placeFromRight) - '0';
        return placeFromRight % 2 == 0 ? digit : TWICE[digit];
    }
}
