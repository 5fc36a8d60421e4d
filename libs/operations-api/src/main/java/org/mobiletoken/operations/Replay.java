package org.mobiletoken.operations;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mobiletoken.operations.rules.Pace;
import org.mobiletoken.operations.rules.Plan;
import org.mobiletoken.operations.rules.ReplayState;

/**
 * A replay with its plan, who approved it, why it runs and how far it is.
 *
 * @param hash the plan's, as it was when it was planned
 * @param note why it waits, or why it failed
 */
public record Replay(
        Plan plan,
        String hash,
        ReplayState state,
        @Nullable String approver,
        @Nullable Grounds grounds,
        @Nullable Integer eventsPerSecond,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable String note,
        Done done) {

    /** How many events have been handed over, by what became of them. */
    public record Done(long handled, long known, long queued, long parked, long unreadable) {
        public long total() {
            return handled + known + queued + parked + unreadable;
        }
    }

    /** How long the rest takes at the speed so far, while it runs. */
    public Optional<Duration> timeLeft(Instant now) {
        return state != ReplayState.RUNNING || startedAt == null
                ? Optional.empty()
                : Pace.timeLeft(done.total(), plan.contents().events(), Duration.between(startedAt, now));
    }
}
