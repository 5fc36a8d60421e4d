package org.mobiletoken.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Halts a consumer when too many of its records cannot be decoded; all of those are with the dead letters by then. */
@ApplicationScoped
class Breaker {
    private final Halts halts;
    private final DeliverySettings settings;
    private final Map<String, DecodingRecord> records = new ConcurrentHashMap<>();

    Breaker(Halts halts, DeliverySettings settings) {
        this.halts = halts;
        this.settings = settings;
    }

    /** To be called when the record is done with: handled, parked, or acknowledged as a dead letter. */
    void note(String consumer, boolean decoded) {
        DecodingRecord record = records.computeIfAbsent(consumer, _ -> fresh());
        synchronized (record) {
            record.note(decoded).ifPresent(tooMany -> {
                records.remove(consumer);
                halts.halt(
                        consumer,
                        tooMany + " They are in " + settings.deadLetterTopic()
                                + ", each with its reason. Find out whether their sender or this reader is wrong, then lift the halt.");
            });
        }
    }

    private DecodingRecord fresh() {
        DeliverySettings.Breaker limits = settings.breaker();
        return new DecodingRecord(limits.inARow(), limits.among(), limits.share());
    }
}
