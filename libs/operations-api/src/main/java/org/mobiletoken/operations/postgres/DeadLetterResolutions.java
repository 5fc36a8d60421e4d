package org.mobiletoken.operations.postgres;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.mobiletoken.operations.Place;
import org.mobiletoken.operations.Resolution;

/** What became of dead letters; one that is not here is open. */
@ApplicationScoped
public class DeadLetterResolutions {
    private final Statements statements;
    private final Clock clock;

    DeadLetterResolutions(Statements statements, Clock clock) {
        this.statements = statements;
        this.clock = clock;
    }

    /** Says no if it was dealt with before; of two at once, the second waits and then hears no. */
    public boolean add(String topic, Place place, Resolution resolution) {
        return statements.update("""
                        insert into dead_letter_resolution (topic, topic_partition, topic_offset, resolution, resolved_at)
                        values (?, ?, ?, ?, ?) on conflict do nothing""", topic, place.partition(), place.offset(), resolution.name(), clock.instant())
                == 1;
    }

    public Optional<Resolution> of(String topic, Place place) {
        return statements
                .list("""
                        select resolution from dead_letter_resolution
                        where topic = ? and topic_partition = ? and topic_offset = ?""", found -> Resolution.valueOf(found.getString(1)), topic, place.partition(), place.offset())
                .stream()
                .findFirst();
    }

    public List<Place> of(String topic) {
        return statements.list(
                "select topic_partition, topic_offset from dead_letter_resolution where topic = ?",
                found -> new Place(found.getInt(1), found.getLong(2)),
                topic);
    }

    /** Forgets what the topic itself no longer holds. */
    public int deleteBelow(String topic, int partition, long firstOffset) {
        return statements.update(
                "delete from dead_letter_resolution where topic = ? and topic_partition = ? and topic_offset < ?",
                topic,
                partition,
                firstOffset);
    }
}
