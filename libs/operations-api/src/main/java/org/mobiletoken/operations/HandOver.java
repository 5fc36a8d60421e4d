package org.mobiletoken.operations;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.mobiletoken.delivery.Redelivered;
import org.mobiletoken.delivery.Redelivery;
import org.mobiletoken.operations.Replay.Done;
import org.mobiletoken.operations.postgres.Replays;
import org.mobiletoken.operations.rules.InboxMemory;
import org.mobiletoken.operations.rules.Pace;
import org.mobiletoken.operations.rules.Selection;

/** Hands the picked events of a replay over at its pace, and writes down several times a second how far it is, which is also when it hears of an abort. */
@ApplicationScoped
class HandOver {
    private static final int WRITE_EVERY_EVENTS = 100;
    private static final long WRITE_EVERY_NANOS = 250_000_000L;

    private final Redelivery redelivery;
    private final Scan scan;
    private final Replays replays;
    private final InboxMemory memory;
    private final OperationsSettings settings;
    private final Clock clock;

    HandOver(
            Redelivery redelivery,
            Scan scan,
            Replays replays,
            InboxMemory memory,
            OperationsSettings settings,
            Clock clock) {
        this.redelivery = redelivery;
        this.scan = scan;
        this.replays = replays;
        this.memory = memory;
        this.settings = settings;
        this.clock = clock;
    }

    /** Begins, or goes on; the pause says no if this process stops. */
    Session begin(Replay replay, Predicate<Duration> pause) {
        return new Session(replay, pause);
    }

    /** What one process hands over of one replay. */
    final class Session {
        private final Replay replay;
        private final Selection selection;
        private final Pace pace;
        private final Predicate<Duration> pause;
        private final long begunAt = System.nanoTime();
        private final Map<Redelivered, Long> counts = new EnumMap<>(Redelivered.class);
        private long taken;
        private long parked;
        private long writtenAt = begunAt;
        private boolean fresh = true;
        private boolean stopped;
        private @Nullable String failure;

        private Session(Replay replay, Predicate<Duration> pause) {
            this.replay = replay;
            this.selection = replay.plan().selection();
            this.pause = pause;
            this.parked = replay.done().parked();
            Integer perSecond = replay.eventsPerSecond();
            this.pace = new Pace(perSecond == null ? settings.eventsPerSecond() : perSecond);
        }

        /** Whether nothing has been taken yet. */
        boolean isFresh() {
            return fresh;
        }

        /** Takes the records of a partition; says no when the replay is to stop. */
        boolean take(int partition, List<ConsumerRecord<String, byte[]>> records) {
            fresh = false;
            for (ConsumerRecord<String, byte[]> record : records) {
                if (scan.picks(selection, record) && !handOver(record)) {
                    return false;
                }
                if (isTimeToWrite() && !write(partition, record.offset() + 1)) {
                    return false;
                }
            }
            return write(partition, records.getLast().offset() + 1);
        }

        /** Whether it ended before everything was handed over, by an abort or with its process. */
        boolean stopped() {
            return stopped;
        }

        /** Why it must not go on. */
        Optional<String> failure() {
            return Optional.ofNullable(failure);
        }

        private boolean handOver(ConsumerRecord<String, byte[]> record) {
            Instant now = clock.instant();
            if (!memory.covers(Instant.ofEpochMilli(record.timestamp()), now)) {
                return fails(memory.refusal(1, now));
            }
            Duration elapsed = Duration.ofNanos(System.nanoTime() - begunAt);
            if (!pause.test(pace.pauseAfter(taken, elapsed))) {
                return stops(record.partition(), record.offset());
            }
            Redelivered result = redelivery.redeliver(selection.consumer(), record);
            taken++;
            counts.merge(result, 1L, Long::sum);
            if (result == Redelivered.PARKED && ++parked > settings.parkedAtMost()) {
                write(record.partition(), record.offset() + 1);
                return fails("More than " + settings.parkedAtMost()
                        + " events failed and are parked. Find out why, retry the parked keys, and make a new plan.");
            }
            return true;
        }

        private boolean fails(String because) {
            failure = because;
            return false;
        }

        private boolean stops(int partition, long nextOffset) {
            write(partition, nextOffset);
            stopped = true;
            return false;
        }

        private boolean isTimeToWrite() {
            return counts.values().stream().mapToLong(Long::longValue).sum() >= WRITE_EVERY_EVENTS
                    || System.nanoTime() - writtenAt >= WRITE_EVERY_NANOS;
        }

        private boolean write(int partition, long nextOffset) {
            Done done = new Done(
                    count(Redelivered.HANDLED),
                    count(Redelivered.KNOWN),
                    count(Redelivered.QUEUED),
                    count(Redelivered.PARKED),
                    count(Redelivered.UNDECODABLE));
            boolean runs = replays.advance(replay.plan().id(), partition, nextOffset, done);
            replays.note(replay.plan().id(), null);
            counts.clear();
            writtenAt = System.nanoTime();
            stopped = stopped || !runs;
            return runs;
        }

        private long count(Redelivered result) {
            return counts.getOrDefault(result, 0L);
        }
    }
}
