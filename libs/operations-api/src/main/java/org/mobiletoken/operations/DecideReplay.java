package org.mobiletoken.operations;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.mobiletoken.operations.kafka.RangeGone;
import org.mobiletoken.operations.postgres.Ledger;
import org.mobiletoken.operations.postgres.Ledger.Action;
import org.mobiletoken.operations.postgres.Replays;
import org.mobiletoken.operations.rules.Contents;
import org.mobiletoken.operations.rules.Decision;
import org.mobiletoken.operations.rules.ReplayState;

/** Approves, starts and aborts replays, one person after the other; a refusal is recorded as well. */
@ApplicationScoped
public class DecideReplay {
    private static final String UNKNOWN = "There is no such replay. List the replays of this service.";

    private final Replays replays;
    private final Scan scan;
    private final Ledger ledger;
    private final OperationsSettings settings;
    private final Clock clock;

    DecideReplay(Replays replays, Scan scan, Ledger ledger, OperationsSettings settings, Clock clock) {
        this.replays = replays;
        this.scan = scan;
        this.ledger = ledger;
        this.settings = settings;
        this.clock = clock;
    }

    public Outcome<Replay> approve(Operator who, UUID id, String hash) {
        return decide(
                new Step(who, Action.REPLAY_APPROVED, id, null),
                replay -> replay.state().approve(replay.plan(), who.subject(), hash, clock.instant()),
                replay -> replays.approved(replay, who.subject()));
    }

    /** Looks through the ranges once more and starts the replay if they still hold what was planned. */
    public Outcome<Replay> run(Operator who, UUID id, String hash, Grounds grounds, @Nullable Integer eventsPerSecond) {
        int pace = eventsPerSecond == null ? settings.eventsPerSecond() : eventsPerSecond;
        if (pace < 1 || pace > settings.eventsPerSecondAtMost()) {
            return new Outcome.Refused<>("A replay runs with 1 to " + settings.eventsPerSecondAtMost()
                    + " events a second, not " + pace + ". Choose a number between.");
        }
        Optional<Replay> planned = replays.of(id);
        if (planned.isEmpty()) {
            return new Outcome.Unknown<>(UNKNOWN);
        }
        Contents found;
        try {
            found = heldNow(planned.get());
        } catch (RangeGone e) {
            return new Outcome.Refused<>(RangeGone.SENTENCE);
        }
        return decide(
                new Step(who, Action.REPLAY_STARTED, id, grounds),
                replay -> replays.running().isPresent() && replay.state() == ReplayState.APPROVED
                        ? new Decision.Refused(
                                "Another replay of this service is running. Wait for its end, or abort it first.")
                        : replay.state().run(replay.plan(), hash, found, clock.instant()),
                replay -> replays.started(replay, grounds, pace));
    }

    public Outcome<Replay> abort(Operator who, UUID id, Grounds grounds) {
        return decide(
                new Step(who, Action.REPLAY_ABORTED, id, grounds),
                replay -> replay.state().abort(),
                replay -> replays.ended(replay, ReplayState.ABORTED, null));
    }

    private Contents heldNow(Replay replay) {
        boolean worthLooking = replay.state() == ReplayState.APPROVED;
        return worthLooking
                ? scan.of(replay.plan().selection(), replay.plan().ranges())
                : replay.plan().contents();
    }

    private record Step(
            Operator who, Action action, UUID id, @Nullable Grounds grounds) {}

    private Outcome<Replay> decide(Step step, Function<Replay, Decision> rule, UnaryOperator<Replay> change) {
        return QuarkusTransaction.requiringNew().call(() -> {
            Optional<Replay> locked = replays.lock(step.id());
            if (locked.isEmpty()) {
                return new Outcome.Unknown<>(UNKNOWN);
            }
            return switch (rule.apply(locked.get())) {
                case Decision.Refused(String because) -> {
                    record(step, "refused: " + because);
                    yield new Outcome.Refused<>(because);
                }
                case Decision.Allowed() -> {
                    Replay changed = change.apply(locked.get());
                    record(step, changed.state() + ", " + changed.done().total() + " handed over so far");
                    yield new Outcome.Done<>(changed);
                }
            };
        });
    }

    private void record(Step step, String outcome) {
        ledger.add(step.who(), step.action(), step.id().toString(), step.grounds(), outcome);
    }
}
