package org.mobiletoken.lockout.rules;

import java.util.List;
import java.util.stream.Stream;

/** What settings may not weaken about the e-token: every further step in a window is one more code that a guess may hit. */
public final class ETokenRule {

    private static final int WIDEST_WINDOW = 2;
    private static final int WIDEST_LOOK_AHEAD = 10;
    private static final int WIDEST_RESYNC_WINDOW = 60;
    private static final int WIDEST_RESYNC_LOOK_AHEAD = 200;

    private ETokenRule() {}

    public static List<String> breaches(ETokenPolicy policy, DriftPolicy drift) {
        return Stream.of(
                        BankRule.between("e-token.wrong-limit", policy.wrongLimit(), 1, ETokenPolicy.BANK.wrongLimit()),
                        BankRule.between(
                                "e-token.between-unfreezes",
                                policy.betweenUnfreezes(),
                                ETokenPolicy.BANK.betweenUnfreezes(),
                                BankRule.LONGEST),
                        BankRule.between(
                                "e-token.try-timeout",
                                policy.tryTimeout(),
                                BankRule.SHORTEST_TIMEOUT,
                                BankRule.LONGEST_TIMEOUT),
                        BankRule.between("e-token.window", drift.steps(), 0, WIDEST_WINDOW),
                        BankRule.between("e-token.look-ahead", drift.counters(), 0, WIDEST_LOOK_AHEAD),
                        BankRule.between(
                                "e-token.resync-window", drift.resyncSteps(), drift.steps(), WIDEST_RESYNC_WINDOW),
                        BankRule.between(
                                "e-token.resync-look-ahead",
                                drift.resyncCounters(),
                                drift.counters(),
                                WIDEST_RESYNC_LOOK_AHEAD))
                .flatMap(List::stream)
                .toList();
    }
}
