package org.mobiletoken.lockout.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ETokenRuleTest {

    private static final Duration DAY = Duration.ofHours(24);
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final Duration TICK = Duration.ofMillis(1);

    private static ETokenPolicy policy(int wrong, Duration between, Duration timeout) {
        return new ETokenPolicy(wrong, between, timeout);
    }

    static Stream<ETokenPolicy> allowed() {
        return Stream.of(
                ETokenPolicy.BANK,
                policy(1, DAY, TIMEOUT),
                policy(6, Duration.ofDays(3660), TIMEOUT),
                policy(6, DAY, Duration.ofSeconds(5)),
                policy(6, DAY, Duration.ofMinutes(5)));
    }

    @ParameterizedTest
    @MethodSource("allowed")
    void the_banks_rule_and_anything_stricter_is_allowed(ETokenPolicy policy) {
        assertThat(ETokenRule.breaches(policy, DriftPolicy.BANK)).isEmpty();
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of("e-token.wrong-limit is 7", policy(7, DAY, TIMEOUT)),
                Arguments.of("e-token.wrong-limit is 0", policy(0, DAY, TIMEOUT)),
                Arguments.of("e-token.between-unfreezes is", policy(6, DAY.minus(TICK), TIMEOUT)),
                Arguments.of(
                        "e-token.between-unfreezes is",
                        policy(6, Duration.ofDays(3660).plus(TICK), TIMEOUT)),
                Arguments.of(
                        "e-token.try-timeout is",
                        policy(6, DAY, Duration.ofSeconds(5).minus(TICK))),
                Arguments.of(
                        "e-token.try-timeout is",
                        policy(6, DAY, Duration.ofMinutes(5).plus(TICK))));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void anything_weaker_or_absurd_is_refused_with_one_sentence(String sentence, ETokenPolicy policy) {
        assertThat(ETokenRule.breaches(policy, DriftPolicy.BANK))
                .singleElement()
                .satisfies(breach -> assertThat(breach)
                        .startsWith("mobile-token.lockout." + sentence)
                        .endsWith("."));
    }

    static Stream<DriftPolicy> allowedWindows() {
        return Stream.of(
                new DriftPolicy(0, 0, 0, 0),
                new DriftPolicy(2, 10, 60, 200),
                new DriftPolicy(1, 5, 1, 50),
                new DriftPolicy(1, 5, 20, 5));
    }

    @ParameterizedTest
    @MethodSource("allowedWindows")
    void windows_may_be_as_wide_as_that(DriftPolicy drift) {
        assertThat(ETokenRule.breaches(ETokenPolicy.BANK, drift)).isEmpty();
    }

    static Stream<Arguments> refusedWindows() {
        return Stream.of(
                Arguments.of("e-token.window is -1", new DriftPolicy(-1, 5, 20, 50)),
                Arguments.of("e-token.window is 3", new DriftPolicy(3, 5, 20, 50)),
                Arguments.of("e-token.look-ahead is -1", new DriftPolicy(1, -1, 20, 50)),
                Arguments.of("e-token.look-ahead is 11", new DriftPolicy(1, 11, 20, 50)),
                Arguments.of("e-token.resync-window is 0", new DriftPolicy(1, 5, 0, 50)),
                Arguments.of("e-token.resync-window is 61", new DriftPolicy(1, 5, 61, 50)),
                Arguments.of("e-token.resync-look-ahead is 4", new DriftPolicy(1, 5, 20, 4)),
                Arguments.of("e-token.resync-look-ahead is 201", new DriftPolicy(1, 5, 20, 201)));
    }

    @ParameterizedTest
    @MethodSource("refusedWindows")
    void a_window_that_guesses_would_hit_is_refused_with_one_sentence(String sentence, DriftPolicy drift) {
        assertThat(ETokenRule.breaches(ETokenPolicy.BANK, drift))
                .singleElement()
                .satisfies(breach -> assertThat(breach)
                        .startsWith("mobile-token.lockout." + sentence)
                        .endsWith("."));
    }
}
