package org.mobiletoken.enrolment.rules;

import java.util.Set;
import java.util.stream.IntStream;

/** A passcode has the bank's number of digits and is none that a thief would try first. */
public record PasscodePolicy(int digits, Set<String> mostGuessed) {

    /** What the policy says of a passcode. */
    public enum Verdict {
        ACCEPTED,
        NOT_DIGITS_OF_THE_RIGHT_LENGTH,
        REPEATED,
        SEQUENTIAL,
        OFTEN_GUESSED
    }

    public Verdict judge(Passcode passcode) {
        String text = passcode.reveal();
        if (text.length() != digits || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Verdict.NOT_DIGITS_OF_THE_RIGHT_LENGTH;
        }
        if (repeats(text)) {
            return Verdict.REPEATED;
        }
        if (steps(text, 1) || steps(text, 9)) {
            return Verdict.SEQUENTIAL;
        }
        return mostGuessed.contains(text) ? Verdict.OFTEN_GUESSED : Verdict.ACCEPTED;
    }

    /** One pattern, shorter than the whole by half or more, over and over: 111111, 121212, 123123. */
    private static boolean repeats(String text) {
        return IntStream.rangeClosed(1, text.length() / 2)
                .anyMatch(length -> text.equals(text.substring(0, length).repeat(text.length() / length)));
    }

    /** Each digit is the one before plus the step, going round after nine: 123456, 890123, and backwards with a step of nine. */
    private static boolean steps(String text, int step) {
        return IntStream.range(1, text.length())
                .allMatch(i -> (text.charAt(i - 1) - '0' + step) % 10 == text.charAt(i) - '0');
    }
}
