package org.mobiletoken.notification.rules;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Production may be stricter than the bank's rule about codes, never weaker; a breach is one sentence. */
public final class OtpFloor {

    private static final OtpPolicy BANK = new OtpPolicy(Duration.ofMinutes(3), 5, 15, Duration.ofMinutes(1), 3, 10);
    private static final DailyLimit OF_NUMBER = new DailyLimit(10);
    private static final DestinationPolicy DESTINATIONS = new DestinationPolicy(Duration.ofHours(24));

    private OtpFloor() {}

    public static List<String> breaches(OtpPolicy policy, DailyLimit ofNumber, DestinationPolicy destinations) {
        return Stream.of(
                        atMost("valid-for", policy.validFor(), BANK.validFor()),
                        atMost("wrong-per-flow", policy.wrongPerFlow(), BANK.wrongPerFlow()),
                        atMost("wrong-per-day", policy.wrongPerDay(), BANK.wrongPerDay()),
                        atLeast("resend-gap", policy.resendGap(), BANK.resendGap()),
                        atMost("codes-per-flow", policy.codesPerFlow(), BANK.codesPerFlow()),
                        atMost("codes-per-day", policy.codesPerDay(), BANK.codesPerDay()),
                        atMost("codes-per-number", ofNumber.codes(), OF_NUMBER.codes()),
                        atLeast(
                                "quiet-after-number-change",
                                destinations.quietAfterChange(),
                                DESTINATIONS.quietAfterChange()))
                .flatMap(List::stream)
                .toList();
    }

    private static <T extends Comparable<T>> List<String> atMost(String setting, T value, T most) {
        return value.compareTo(most) <= 0 ? List.of() : List.of(breach(setting, value, "at most " + most));
    }

    private static <T extends Comparable<T>> List<String> atLeast(String setting, T value, T least) {
        return value.compareTo(least) >= 0 ? List.of() : List.of(breach(setting, value, "at least " + least));
    }

    private static String breach(String setting, Object value, String allowed) {
        return "mobile-token.messages.otp.%s is %s, but the bank's rule allows %s.".formatted(setting, value, allowed);
    }
}
