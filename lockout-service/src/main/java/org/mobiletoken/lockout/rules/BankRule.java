package org.mobiletoken.lockout.rules;

import static org.mobiletoken.lockout.rules.LockoutPolicy.BANK;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Settings may be stricter than the bank's rule, never weaker, and never absurd; a breach is one sentence. */
public final class BankRule {

    static final Duration LONGEST = Duration.ofDays(3660);
    static final Duration SHORTEST_TIMEOUT = Duration.ofSeconds(5);
    static final Duration LONGEST_TIMEOUT = Duration.ofMinutes(5);

    private BankRule() {}

    public static List<String> breaches(LockoutPolicy policy, WaysOut waysOut) {
        return Stream.of(
                        between("consecutive-limit", policy.consecutiveLimit(), 1, BANK.consecutiveLimit()),
                        between("freeze-for", policy.freezeFor(), BANK.freezeFor(), LONGEST),
                        between(
                                "cumulative-limit",
                                policy.cumulativeLimit(),
                                policy.consecutiveLimit(),
                                BANK.cumulativeLimit()),
                        between("cumulative-window", policy.cumulativeWindow(), BANK.cumulativeWindow(), LONGEST),
                        between("attempt-timeout", policy.attemptTimeout(), SHORTEST_TIMEOUT, LONGEST_TIMEOUT),
                        warnings(policy),
                        waysOut(waysOut))
                .flatMap(List::stream)
                .toList();
    }

    static <T extends Comparable<T>> List<String> between(String setting, T value, T least, T most) {
        return value.compareTo(least) >= 0 && value.compareTo(most) <= 0
                ? List.of()
                : List.of("mobile-token.lockout.%s is %s, but the bank's rule allows %s to %s."
                        .formatted(setting, value, least, most));
    }

    private static List<String> warnings(LockoutPolicy policy) {
        var needed = BANK.warnAt().stream()
                .filter(left -> left < policy.cumulativeLimit())
                .collect(Collectors.toSet());
        return policy.warnAt().containsAll(needed)
                ? List.of()
                : List.of("mobile-token.lockout.warn-at is %s, but the bank's rule is to warn at %s attempts left."
                        .formatted(sorted(policy.warnAt()), sorted(needed)));
    }

    private static List<Integer> sorted(Set<Integer> numbers) {
        return numbers.stream().sorted().toList();
    }

    private static List<String> waysOut(WaysOut waysOut) {
        return waysOut.areWithinTheBanksRule()
                ? List.of()
                : List.of("mobile-token.lockout.ways-out must name BRANCH for every freeze, and may add E_TOKEN only"
                        + " for a permanent one.");
    }
}
