package org.mobiletoken.notification.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class OtpFloorTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration THREE_MINUTES = Duration.ofMinutes(3);
    private static final Duration DAY = Duration.ofHours(24);
    private static final Duration BIT = Duration.ofMillis(1);

    @Test
    void the_banks_own_rule_may_run_and_so_may_a_stricter_one() {
        assertThat(breaches(new OtpPolicy(THREE_MINUTES, 5, 15, MINUTE, 3, 10), 10, DAY))
                .isEmpty();
        assertThat(breaches(new OtpPolicy(THREE_MINUTES.minus(BIT), 4, 14, MINUTE.plus(BIT), 2, 9), 9, DAY.plus(BIT)))
                .isEmpty();
    }

    static Stream<Arguments> weaker() {
        return Stream.of(
                Arguments.of("valid-for", new OtpPolicy(THREE_MINUTES.plus(BIT), 5, 15, MINUTE, 3, 10), 10, DAY),
                Arguments.of("wrong-per-flow", new OtpPolicy(THREE_MINUTES, 6, 15, MINUTE, 3, 10), 10, DAY),
                Arguments.of("wrong-per-day", new OtpPolicy(THREE_MINUTES, 5, 16, MINUTE, 3, 10), 10, DAY),
                Arguments.of("resend-gap", new OtpPolicy(THREE_MINUTES, 5, 15, MINUTE.minus(BIT), 3, 10), 10, DAY),
                Arguments.of("codes-per-flow", new OtpPolicy(THREE_MINUTES, 5, 15, MINUTE, 4, 10), 10, DAY),
                Arguments.of("codes-per-day", new OtpPolicy(THREE_MINUTES, 5, 15, MINUTE, 3, 11), 10, DAY),
                Arguments.of("codes-per-number", new OtpPolicy(THREE_MINUTES, 5, 15, MINUTE, 3, 10), 11, DAY),
                Arguments.of(
                        "quiet-after-number-change",
                        new OtpPolicy(THREE_MINUTES, 5, 15, MINUTE, 3, 10),
                        10,
                        DAY.minus(BIT)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("weaker")
    void a_weaker_rule_is_named(String setting, OtpPolicy policy, int ofNumber, Duration quiet) {
        assertThat(breaches(policy, ofNumber, quiet))
                .singleElement()
                .asString()
                .startsWith("mobile-token.messages.otp." + setting + " is ")
                .contains(", but the bank's rule allows at ");
    }

    private static List<String> breaches(OtpPolicy policy, int ofNumber, Duration quiet) {
        return OtpFloor.breaches(policy, new DailyLimit(ofNumber), new DestinationPolicy(quiet));
    }
}
