package org.mobiletoken.lockout.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BankRuleTest {

    private static final Duration DAY = Duration.ofHours(24);
    private static final Duration WINDOW = Duration.ofDays(180);
    private static final Duration LONGEST = Duration.ofDays(3660);
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final Set<Integer> WARN = Set.of(6, 1);

    private static LockoutPolicy policy(int row, Duration freeze, int all, Duration window, Duration timeout) {
        return new LockoutPolicy(row, freeze, all, window, timeout, WARN);
    }

    static Stream<LockoutPolicy> allowed() {
        return Stream.of(
                LockoutPolicy.BANK,
                policy(1, DAY, 18, WINDOW, TIMEOUT),
                policy(6, LONGEST, 18, WINDOW, TIMEOUT),
                policy(6, DAY, 6, WINDOW, TIMEOUT),
                policy(6, DAY, 18, LONGEST, TIMEOUT),
                policy(6, DAY, 18, WINDOW, Duration.ofSeconds(5)),
                policy(6, DAY, 18, WINDOW, Duration.ofMinutes(5)),
                new LockoutPolicy(3, DAY, 6, WINDOW, TIMEOUT, Set.of(1)),
                new LockoutPolicy(6, DAY, 18, WINDOW, TIMEOUT, Set.of(6, 3, 1)));
    }

    @ParameterizedTest
    @MethodSource("allowed")
    void the_banks_rule_and_anything_stricter_is_allowed(LockoutPolicy policy) {
        assertThat(BankRule.breaches(policy, WaysOut.BANK)).isEmpty();
    }

    static Stream<Arguments> refused() {
        var tick = Duration.ofMillis(1);
        return Stream.of(
                Arguments.of("consecutive-limit is 7", policy(7, DAY, 18, WINDOW, TIMEOUT)),
                Arguments.of("consecutive-limit is 0", policy(0, DAY, 18, WINDOW, TIMEOUT)),
                Arguments.of("freeze-for is PT23H59M59.999S", policy(6, DAY.minus(tick), 18, WINDOW, TIMEOUT)),
                Arguments.of("freeze-for is", policy(6, LONGEST.plus(tick), 18, WINDOW, TIMEOUT)),
                Arguments.of("cumulative-limit is 19", policy(6, DAY, 19, WINDOW, TIMEOUT)),
                Arguments.of("cumulative-limit is 5", policy(6, DAY, 5, WINDOW, TIMEOUT)),
                Arguments.of("cumulative-window is", policy(6, DAY, 18, WINDOW.minus(tick), TIMEOUT)),
                Arguments.of("cumulative-window is", policy(6, DAY, 18, LONGEST.plus(tick), TIMEOUT)),
                Arguments.of(
                        "attempt-timeout is",
                        policy(6, DAY, 18, WINDOW, Duration.ofSeconds(5).minus(tick))),
                Arguments.of(
                        "attempt-timeout is",
                        policy(6, DAY, 18, WINDOW, Duration.ofMinutes(5).plus(tick))),
                Arguments.of("warn-at is [1]", new LockoutPolicy(6, DAY, 18, WINDOW, TIMEOUT, Set.of(1))),
                Arguments.of("warn-at is [6]", new LockoutPolicy(3, DAY, 6, WINDOW, TIMEOUT, Set.of(6))));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void anything_weaker_or_absurd_is_refused_with_one_sentence(String sentence, LockoutPolicy policy) {
        assertThat(BankRule.breaches(policy, WaysOut.BANK))
                .singleElement()
                .satisfies(breach -> assertThat(breach)
                        .startsWith("mobile-token.lockout." + sentence)
                        .endsWith("."));
    }

    @Test
    void a_breach_says_what_would_be_allowed() {
        assertThat(BankRule.breaches(policy(9, DAY, 18, WINDOW, TIMEOUT), WaysOut.BANK))
                .containsExactly("mobile-token.lockout.consecutive-limit is 9, but the bank's rule allows 1 to 6.");
        assertThat(BankRule.breaches(new LockoutPolicy(6, DAY, 18, WINDOW, TIMEOUT, Set.of(3, 2)), WaysOut.BANK))
                .containsExactly("mobile-token.lockout.warn-at is [2, 3], but the bank's rule is to warn at [1, 6]"
                        + " attempts left.");
    }

    static Stream<Arguments> waysOut() {
        var branch = Set.of(WayOut.BRANCH);
        var token = Set.of(WayOut.E_TOKEN);
        var both = Set.of(WayOut.BRANCH, WayOut.E_TOKEN);
        return Stream.of(
                Arguments.of(branch, both, true),
                Arguments.of(branch, branch, true),
                Arguments.of(both, both, false),
                Arguments.of(branch, token, false),
                Arguments.of(Set.of(), both, false),
                Arguments.of(token, branch, false));
    }

    @ParameterizedTest
    @MethodSource("waysOut")
    void settings_may_take_ways_out_away_but_never_the_branch(
            Set<WayOut> temporary, Set<WayOut> permanent, boolean allowed) {
        var breaches = BankRule.breaches(LockoutPolicy.BANK, new WaysOut(temporary, permanent));
        assertThat(breaches)
                .hasSize(allowed ? 0 : 1)
                .allSatisfy(breach -> assertThat(breach).startsWith("mobile-token.lockout.ways-out must"));
    }
}
