package org.mobiletoken.operations;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.mobiletoken.operations.kafka.BrokerAway;
import org.mobiletoken.operations.kafka.RangeGone;
import org.mobiletoken.operations.kafka.TopicReader;
import org.mobiletoken.operations.postgres.Ledger;
import org.mobiletoken.operations.postgres.Ledger.Action;
import org.mobiletoken.operations.postgres.Replays;
import org.mobiletoken.operations.postgres.RunnersLock;
import org.mobiletoken.operations.rules.Plan;
import org.mobiletoken.operations.rules.ReplayState;

/**
 * Runs the running replay, in whichever replica comes first. It reads the range itself and hands every event to the one
 * handler through the inbox; it writes to no topic. A replica that dies loses its lock, and the next goes on from the
 * last progress: what was handed over since is in the inbox and has no effect again.
 */
@ApplicationScoped
class ReplayRunner {
    private static final Logger LOG = Logger.getLogger(ReplayRunner.class);
    private static final String WAITS_FOR_BROKER = "The broker does not answer; the replay goes on once it is back.";
    private static final String WAITS = "Something this replay needs is away; it goes on by itself.";

    private final Replays replays;
    private final RunnersLock lock;
    private final TopicReader topics;
    private final HandOver handOver;
    private final Ledger ledger;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private volatile @Nullable UUID mine;

    ReplayRunner(Replays replays, RunnersLock lock, TopicReader topics, HandOver handOver, Ledger ledger) {
        this.replays = replays;
        this.lock = lock;
        this.topics = topics;
        this.handOver = handOver;
        this.ledger = ledger;
    }

    void stop(@Observes ShutdownEvent event) {
        stopping.countDown();
    }

    @Scheduled(every = "${mobile-token.operations.look-every}", concurrentExecution = ConcurrentExecution.SKIP)
    void look() {
        if (replays.running().isPresent()) {
            lock.whileHeld(RunnersLock.Work.REPLAY, () -> replays.running().ifPresent(this::run));
        }
    }

    private void run(Replay replay) {
        Plan plan = replay.plan();
        boolean goesOn = replay.note() != null
                || (!plan.id().equals(mine) && replay.done().total() > 0);
        mine = plan.id();
        HandOver.Session session = handOver.begin(replay, this::pause);
        try {
            topics.read(plan.selection().topic(), replays.left(plan.id()), (partition, records) -> {
                if (goesOn && session.isFresh()) {
                    record(replay, Action.REPLAY_RESUMED, replay.done().total() + " had been handed over");
                }
                return session.take(partition, records);
            });
            session.failure()
                    .ifPresentOrElse(
                            why -> end(replay, ReplayState.FAILED, why), () -> completeUnlessStopped(replay, session));
        } catch (RangeGone e) {
            end(replay, ReplayState.FAILED, RangeGone.SENTENCE);
        } catch (BrokerAway e) {
            LOG.warnf("Replay %s waits for the broker", plan.id());
            waits(plan.id(), WAITS_FOR_BROKER);
        } catch (RuntimeException e) {
            LOG.errorf(e, "Replay %s is interrupted and goes on by itself", plan.id());
            waits(plan.id(), WAITS);
        }
    }

    private void completeUnlessStopped(Replay replay, HandOver.Session session) {
        if (!session.stopped()) {
            end(replay, ReplayState.COMPLETED, null);
        }
    }

    private void end(Replay replay, ReplayState state, @Nullable String note) {
        QuarkusTransaction.requiringNew().run(() -> {
            Optional<Replay> running =
                    replays.lock(replay.plan().id()).filter(found -> found.state() == ReplayState.RUNNING);
            if (running.isPresent()) {
                Replay ended = replays.ended(running.get(), state, note);
                record(ended, Action.REPLAY_ENDED, state + ": " + ended.done() + (note == null ? "" : ". " + note));
            }
        });
    }

    /** Says so in the replay, and in the ledger unless it has waited already. */
    private void waits(UUID id, String because) {
        QuarkusTransaction.requiringNew()
                .run(() -> replays.lock(id)
                        .filter(found -> found.state() == ReplayState.RUNNING && found.note() == null)
                        .ifPresent(found -> {
                            replays.note(id, because);
                            record(
                                    found,
                                    Action.REPLAY_WAITS,
                                    found.done().total() + " handed over so far. " + because);
                        }));
    }

    private void record(Replay replay, Action action, String outcome) {
        QuarkusTransaction.joiningExisting()
                .run(() ->
                        ledger.add(Operator.SERVICE, action, replay.plan().id().toString(), replay.grounds(), outcome));
    }

    /** Waits, and says no if this process stops. */
    private boolean pause(Duration duration) {
        try {
            return !stopping.await(duration.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
