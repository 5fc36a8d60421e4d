package org.mobiletoken.load;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Reads a topic from now on as a consumer would: how old events are when they arrive, and whether those of the writers of
 * {@link BulkEvents} arrive in order and whole.
 */
final class EventStream implements AutoCloseable {
    private static final int SIGNIFICANT_DIGITS = 3;
    private static final String VERSION = "\"version\":";

    private final NewEvents events;
    private final Map<String, Long> versions = new HashMap<>();
    private final InstantSource clock = InstantSource.system();
    private volatile Histogram ages = new ConcurrentHistogram(SIGNIFICANT_DIGITS);
    private final AtomicLong bulk = new AtomicLong();
    private final AtomicLong doubled = new AtomicLong();
    private final AtomicLong outOfOrder = new AtomicLong();

    EventStream(Platform platform, String topic) {
        events = new NewEvents(platform, topic, this::take);
    }

    /** How old the single events were, in milliseconds, since this was called last. */
    Histogram takeAges() {
        Histogram taken = ages;
        ages = new ConcurrentHistogram(SIGNIFICANT_DIGITS);
        return taken;
    }

    long single() {
        return ages.getTotalCount();
    }

    /** How many events of the writers have arrived, each counted once. */
    long bulk() {
        return bulk.get();
    }

    long doubled() {
        return doubled.get();
    }

    /** How many arrived while an earlier one of their key had not. */
    long outOfOrder() {
        return outOfOrder.get();
    }

    private void take(ConsumerRecord<String, byte[]> event) {
        if (event.key().startsWith(BulkEvents.KEY)) {
            follow(event);
        } else {
            Instant time = Instant.parse(NewEvents.header(event, "ce_time"));
            ages.recordValue(Math.max(0, clock.millis() - time.toEpochMilli()));
        }
    }

    private void follow(ConsumerRecord<String, byte[]> record) {
        long version = versionIn(new String(record.value(), StandardCharsets.UTF_8));
        long last = versions.getOrDefault(record.key(), 0L);
        if (version <= last) {
            doubled.incrementAndGet();
        } else {
            if (version > last + 1) {
                outOfOrder.incrementAndGet();
            }
            versions.put(record.key(), version);
            bulk.incrementAndGet();
        }
    }

    private static long versionIn(String json) {
        int begin = json.lastIndexOf(VERSION) + VERSION.length();
        return Long.parseLong(json.substring(begin, json.length() - 1).strip());
    }

    @Override
    public void close() {
        events.close();
    }
}
