package org.mobiletoken.delivery;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Publishes a share of the outbox in order, each event at least once, and deletes soon after what the broker has acknowledged.
 *
 * <p>Only the holder of the share's advisory lock publishes. A holder that dies between sending and deleting leaves its
 * events to the next holder, who sends them again in the same order; consumers drop the repetition.
 */
final class Relay implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Relay.class);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(3);
    private static final int DATABASE_ANSWERS_WITHIN_MILLIS = 30_000;

    private final DataSource dataSource;
    private final Supplier<Producer<String, byte[]>> producers;
    private final OutboxShare share;
    private final DeliverySettings.Relay settings;
    private final RelayMetrics metrics;
    private final Semaphore news = new Semaphore(0);
    private final Thread thread;
    private final CountDownLatch stop = new CountDownLatch(1);
    private volatile boolean holding;
    private int failures;
    private @Nullable Producer<String, byte[]> producer;

    Relay(
            DataSource dataSource,
            Supplier<Producer<String, byte[]>> producers,
            OutboxShare share,
            DeliverySettings.Relay settings,
            RelayMetrics metrics) {
        this.dataSource = dataSource;
        this.producers = producers;
        this.share = share;
        this.settings = settings;
        this.metrics = metrics;
        this.thread = Thread.ofPlatform()
                .daemon()
                .name("outbox-relay-" + share.number())
                .unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    /** Something was committed: look now. */
    void wake() {
        news.release();
    }

    boolean holding() {
        return holding;
    }

    /** Stops after the batch in hand, or without its acknowledgements when they do not come in time. */
    @Override
    public void close() throws InterruptedException {
        stop.countDown();
        wake();
        if (thread.join(STOP_WITHIN)) {
            return;
        }
        thread.interrupt();
        thread.join(STOP_WITHIN);
    }

    private void run() {
        while (!stopping()) {
            try {
                holdAndPublish();
                pause(settings.takeOverEvery());
            } catch (SQLException | ExecutionException | KafkaException e) {
                if (stopping()) {
                    break;
                }
                failures++;
                LOG.warnf("Publishing is interrupted, everything is kept: %s", e);
                dropProducer();
                pause(BackOff.after(failures, settings.backOffAtMost().dividedBy(100), settings.backOffAtMost()));
            } catch (InterruptedException e) {
                break;
            } catch (RuntimeException e) {
                failures++;
                LOG.error("Publishing is interrupted by a bug, everything is kept", e);
                dropProducer();
                pause(settings.backOffAtMost());
            }
        }
        dropProducer();
    }

    /** Returns when another process holds the share or this one is to stop. */
    private void holdAndPublish() throws SQLException, ExecutionException, InterruptedException {
        try (Connection connection = dataSource.getConnection()) {
            if (!share.tryHold(connection)) {
                return;
            }
            int usualTimeout = connection.getNetworkTimeout();
            connection.setNetworkTimeout(Runnable::run, DATABASE_ANSWERS_WITHIN_MILLIS);
            holding = true;
            try {
                publishWhileHolding(connection);
            } finally {
                holding = false;
                share.release(connection);
                connection.setNetworkTimeout(Runnable::run, usualTimeout);
            }
        }
    }

    private void publishWhileHolding(Connection connection)
            throws SQLException, ExecutionException, InterruptedException {
        var readFrom = new ReadFrom(System::nanoTime);
        var acknowledged = new Acknowledged(share, settings.batch());
        try {
            while (!stopping()) {
                // after a failure one at a time, lest those behind an event that the broker refuses be repeated for
                // ever
                int limit = failures == 0 ? settings.batch() : 1;
                long readAt = System.nanoTime();
                long after = readFrom.next();
                OutboxReading batch = share.next(connection, after, acknowledged.idsAfter(after), limit);
                readFrom.read(batch);
                if (!batch.rows().isEmpty()) {
                    publish(batch.rows(), acknowledged);
                    failures = 0;
                }
                if (acknowledged.isDue()) {
                    acknowledged.delete(connection).ifPresent(readFrom::deleted);
                }
                if (!batch.more()) {
                    awaitNews(readAt);
                }
            }
        } finally {
            acknowledged.delete(connection);
        }
    }

    private void publish(List<OutboxRow> batch, Acknowledged acknowledged)
            throws ExecutionException, InterruptedException {
        long readAt = System.nanoTime();
        List<Future<RecordMetadata>> sent = new ArrayList<>(batch.size());
        for (OutboxRow row : batch) {
            Future<RecordMetadata> acknowledgement = producer().send(row.toRecord());
            sent.add(acknowledgement);
            if (acknowledgement.state() == Future.State.FAILED) {
                break; // refused at once: what comes later must not overtake it
            }
        }
        int published = 0;
        try {
            for (Future<RecordMetadata> acknowledgement : sent) {
                acknowledgement.get();
                acknowledged.add(batch.get(published++));
            }
        } finally {
            metrics.published(batch.subList(0, published), Duration.ofNanos(System.nanoTime() - readAt));
        }
    }

    private Producer<String, byte[]> producer() {
        if (producer == null) {
            producer = producers.get();
        }
        return producer;
    }

    private void dropProducer() {
        if (producer != null) {
            var _ = Thread.interrupted(); // it has been obeyed, and would keep the producer from closing
            producer.close(Duration.ZERO);
            producer = null;
        }
    }

    /**
     * An event that comes after a rest is read at once, one that follows another waits for company.
     *
     * @param readAt when the last reading began, by {@link System#nanoTime}
     */
    private void awaitNews(long readAt) throws InterruptedException {
        if (news.tryAcquire(settings.pollEvery().toMillis(), TimeUnit.MILLISECONDS)) {
            long tooEarlyFor = settings.readingsApart().toNanos() - (System.nanoTime() - readAt);
            if (tooEarlyFor > 0 && stop.await(tooEarlyFor, TimeUnit.NANOSECONDS)) {
                return;
            }
            news.drainPermits();
        }
    }

    private boolean stopping() {
        return stop.getCount() == 0;
    }

    private void pause(Duration duration) {
        try {
            stop.await(duration.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
