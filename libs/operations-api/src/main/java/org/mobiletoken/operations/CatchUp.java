package org.mobiletoken.operations;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.mobiletoken.delivery.IncomingEvent;
import org.mobiletoken.delivery.Redelivery;
import org.mobiletoken.operations.Rebuild.Part;
import org.mobiletoken.operations.kafka.TopicReader;
import org.mobiletoken.operations.postgres.Rebuilds;
import org.mobiletoken.operations.rules.Range;

/** Applies what a topic holds to the table beside: each batch with its progress in one transaction, so a crash repeats and loses nothing. */
@ApplicationScoped
class CatchUp {
    private final TopicReader topics;
    private final Redelivery redelivery;
    private final Rebuilds rebuilds;

    CatchUp(TopicReader topics, Redelivery redelivery, Rebuilds rebuilds) {
        this.topics = topics;
        this.redelivery = redelivery;
        this.rebuilds = rebuilds;
    }

    /** Reads what is left of the ranges; says no if the rebuild was aborted meanwhile. */
    boolean read(Projection projection, Rebuild rebuild) {
        boolean[] goesOn = {true};
        List<Range> left = rebuild.parts().stream()
                .map(part -> new Range(part.partition(), part.next(), part.end()))
                .toList();
        topics.read(rebuild.topic(), left, (partition, records) -> {
            goesOn[0] = apply(projection, rebuild.id(), partition, records);
            return goesOn[0];
        });
        return goesOn[0] && closeGaps(rebuild);
    }

    /** Reads everything that has been published since as well. */
    boolean readToTheEnd(Projection projection, Rebuild rebuild) {
        List<Range> held = topics.held(rebuild.topic());
        Rebuild extended = QuarkusTransaction.requiringNew().call(() -> {
            held.forEach(range -> rebuilds.extend(rebuild.id(), range));
            return rebuilds.of(rebuild.id()).orElseThrow();
        });
        return read(projection, extended);
    }

    private boolean apply(Projection projection, UUID id, int partition, List<ConsumerRecord<String, byte[]>> records) {
        List<IncomingEvent> events =
                records.stream().map(redelivery::read).flatMap(Optional::stream).toList();
        return QuarkusTransaction.requiringNew().call(() -> {
            boolean goesOn = rebuilds.advance(id, partition, records.getLast().offset() + 1);
            if (goesOn) {
                projection.apply(events);
            }
            return goesOn;
        });
    }

    /** The last offsets of a partition may hold no record. */
    private boolean closeGaps(Rebuild rebuild) {
        return QuarkusTransaction.requiringNew().call(() -> {
            boolean goesOn = true;
            for (Part part : rebuild.parts()) {
                goesOn = rebuilds.advance(rebuild.id(), part.partition(), part.end());
            }
            return goesOn;
        });
    }
}
