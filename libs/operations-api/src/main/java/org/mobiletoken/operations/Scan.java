package org.mobiletoken.operations;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.mobiletoken.delivery.IncomingEvent;
import org.mobiletoken.delivery.Redelivery;
import org.mobiletoken.operations.kafka.TopicReader;
import org.mobiletoken.operations.rules.Contents;
import org.mobiletoken.operations.rules.InboxMemory;
import org.mobiletoken.operations.rules.Range;
import org.mobiletoken.operations.rules.Selection;
import org.mobiletoken.operations.rules.Tally;
import org.mobiletoken.operations.rules.Tally.Picked;
import org.mobiletoken.operations.rules.Tally.Standing;

/** Looks through the ranges of a selection and compares with the inbox what they hold; it changes nothing. */
@ApplicationScoped
class Scan {
    private static final String UNREADABLE = "unreadable";

    private final TopicReader topics;
    private final Redelivery redelivery;
    private final InboxMemory memory;
    private final Clock clock;

    Scan(TopicReader topics, Redelivery redelivery, InboxMemory memory, Clock clock) {
        this.topics = topics;
        this.redelivery = redelivery;
        this.memory = memory;
        this.clock = clock;
    }

    Contents of(Selection selection, List<Range> ranges) {
        Tally tally = new Tally();
        topics.read(selection.topic(), ranges, (_, records) -> {
            add(tally, selection, records);
            return true;
        });
        return tally.contents();
    }

    /** Whether a selection picks a record. */
    boolean picks(Selection selection, ConsumerRecord<String, byte[]> record) {
        return picks(selection, record, redelivery.read(record).orElse(null));
    }

    private static boolean picks(
            Selection selection, ConsumerRecord<String, byte[]> record, @Nullable IncomingEvent event) {
        return selection.picks(record.key(), typeOf(event), Instant.ofEpochMilli(record.timestamp()));
    }

    private void add(Tally tally, Selection selection, List<ConsumerRecord<String, byte[]>> records) {
        List<ConsumerRecord<String, byte[]>> picked = new ArrayList<>();
        List<Optional<IncomingEvent>> events = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> record : records) {
            Optional<IncomingEvent> event = redelivery.read(record);
            if (picks(selection, record, event.orElse(null))) {
                picked.add(record);
                events.add(event);
            }
        }
        List<UUID> ids =
                events.stream().flatMap(Optional::stream).map(IncomingEvent::id).toList();
        Set<UUID> known = redelivery.known(selection.consumer(), ids);
        for (int i = 0; i < picked.size(); i++) {
            tally.add(picked(picked.get(i), events.get(i).orElse(null), known));
        }
    }

    private Picked picked(ConsumerRecord<String, byte[]> record, @Nullable IncomingEvent event, Set<UUID> known) {
        Instant publishedAt = Instant.ofEpochMilli(record.timestamp());
        return new Picked(
                record.partition(),
                record.offset(),
                event == null ? null : event.id(),
                typeOf(event),
                publishedAt,
                standing(event, known),
                !memory.covers(publishedAt, clock.instant()));
    }

    private static Standing standing(@Nullable IncomingEvent event, Set<UUID> known) {
        if (event == null) {
            return Standing.UNREADABLE;
        }
        return known.contains(event.id()) ? Standing.KNOWN : Standing.NEW;
    }

    private static String typeOf(@Nullable IncomingEvent event) {
        return event == null ? UNREADABLE : event.type();
    }
}
