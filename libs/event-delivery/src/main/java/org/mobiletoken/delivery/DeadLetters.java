package org.mobiletoken.delivery;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** A record that is no event is kept as it is on a topic of its own, with the reason in its headers. */
@ApplicationScoped
class DeadLetters {
    private static final Logger LOG = Logger.getLogger(DeadLetters.class);

    private final Producers producers;
    private final Stopping stopping;
    private final DeliveryMetrics metrics;
    private final DeliverySettings settings;
    private @Nullable Producer<String, byte[]> producer;

    DeadLetters(Producers producers, Stopping stopping, DeliveryMetrics metrics, DeliverySettings settings) {
        this.producers = producers;
        this.stopping = stopping;
        this.metrics = metrics;
        this.settings = settings;
    }

    /** Returns once the broker has it. */
    void add(String consumer, ConsumerRecord<String, byte[]> record, UndecodableEvent why) {
        ProducerRecord<String, byte[]> letter =
                new ProducerRecord<>(settings.deadLetterTopic(), null, record.key(), record.value(), record.headers());
        Headers headers = letter.headers();
        CloudEvents.put(headers, "dead-letter-reason", String.valueOf(why.getMessage()));
        CloudEvents.put(headers, "dead-letter-consumer", consumer);
        CloudEvents.put(headers, "dead-letter-topic", record.topic());
        CloudEvents.put(headers, "dead-letter-partition", Integer.toString(record.partition()));
        CloudEvents.put(headers, "dead-letter-offset", Long.toString(record.offset()));
        for (int failures = 1; !sent(letter); failures++) {
            stopping.pause(BackOff.after(
                    failures, settings.inbox().firstPause(), settings.inbox().backOffAtMost()));
        }
        metrics.deadLetters(consumer).increment();
        LOG.errorf(
                "Record %s-%d@%d is no event for %s: %s",
                record.topic(), record.partition(), record.offset(), consumer, why.getMessage());
    }

    private boolean sent(ProducerRecord<String, byte[]> letter) {
        try {
            producer().send(letter).get();
            return true;
        } catch (ExecutionException e) {
            LOG.warnf("A dead letter cannot be sent yet: %s", Failures.describe(e));
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private synchronized Producer<String, byte[]> producer() {
        if (producer == null) {
            producer = producers.create();
        }
        return producer;
    }

    @PreDestroy
    synchronized void close() {
        if (producer != null) {
            producer.close(Duration.ZERO);
        }
    }
}
