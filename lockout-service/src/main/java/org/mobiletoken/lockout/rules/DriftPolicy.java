package org.mobiletoken.lockout.rules;

import java.time.Instant;
import java.util.Optional;
import java.util.function.LongPredicate;
import java.util.stream.LongStream;
import org.mobiletoken.lockout.rules.OathKind.Counted;
import org.mobiletoken.lockout.rules.OathKind.Timed;

/**
 * Where a code may come from: near where the e-token is expected, always after the last code that was accepted. Two codes in a row may come from farther away.
 *
 * @param steps how many time steps a code may be early or late
 * @param counters how many codes may have been skipped
 * @param resyncSteps how many time steps two codes in a row may be early or late
 * @param resyncCounters how many codes may have been skipped before two in a row
 */
public record DriftPolicy(int steps, int counters, int resyncSteps, int resyncCounters) {

    /** One step of tolerance, as RFC 6238 recommends. */
    public static final DriftPolicy BANK = new DriftPolicy(1, 5, 20, 50);

    /**
     * Where the e-token stands once the code counts; nothing if the code is wrong.
     *
     * @param gives whether the e-token shows this code at a counter or time step
     */
    public Optional<OathPosition> afterCode(OathKind kind, OathPosition before, Instant now, LongPredicate gives) {
        return first(window(kind, before, now, steps, counters), gives).map(factor -> position(kind, factor, now));
    }

    /** The same for two codes, one right after the other. */
    public Optional<OathPosition> afterTwoCodes(
            OathKind kind, OathPosition before, Instant now, LongPredicate gives, LongPredicate givesNext) {
        return first(
                        window(kind, before, now, resyncSteps, resyncCounters),
                        factor -> gives.test(factor) && givesNext.test(factor + 1))
                .map(factor -> position(kind, factor + 1, now));
    }

    private static LongStream window(OathKind kind, OathPosition before, Instant now, int steps, int counters) {
        long unused = before.lastUsed() + 1;
        return switch (kind) {
            case Counted _ -> LongStream.rangeClosed(unused, unused + counters);
            case Timed timed -> {
                long expected = step(timed, now) + before.drift();
                yield LongStream.rangeClosed(Math.max(unused, expected - steps), expected + steps);
            }
        };
    }

    /** Looks at the whole window, so that the time it takes does not tell where the code was found. */
    private static Optional<Long> first(LongStream window, LongPredicate gives) {
        return window.filter(gives).boxed().toList().stream().findFirst();
    }

    private static OathPosition position(OathKind kind, long factor, Instant now) {
        return switch (kind) {
            case Counted _ -> new OathPosition(factor, 0);
            case Timed timed -> new OathPosition(factor, factor - step(timed, now));
        };
    }

    private static long step(Timed kind, Instant now) {
        return Math.floorDiv(now.getEpochSecond(), kind.step().toSeconds());
    }
}
