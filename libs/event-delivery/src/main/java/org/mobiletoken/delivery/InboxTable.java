package org.mobiletoken.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.sql.DataSource;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Which events each consumer has taken over, in the transaction of their effect. */
@ApplicationScoped
class InboxTable {
    private static final String INSERT = """
            with taken_over as (
                insert into inbox (consumer, event_id, topic, topic_partition, topic_offset)
                values (?, ?, ?, ?, ?) on conflict do nothing
                returning consumer)
            select cast(? as timestamptz) < now() - make_interval(secs => ?) as too_old,
                exists (select from parked_event p
                    where p.consumer = taken_over.consumer and p.event_key = ? and p.skipped_at is null) as behind
            from taken_over""";
    private static final String LAST = """
            select max(topic_offset) as last from inbox where consumer = ? and topic = ? and topic_partition = ?""";

    /** Rows are deleted by this database's clock, records are dated by the sender's: they may differ by this much. */
    private static final Duration CLOCKS_APART = Duration.ofMinutes(10);

    /** What the inbox says of an event. */
    sealed interface Arrival {
        /** It was taken over before. */
        record Known() implements Arrival {}

        /**
         * It is taken over now.
         *
         * @param tooOld it may have been handled before and been forgotten since
         * @param behind an event of its key was parked just before
         */
        record New(boolean tooOld, boolean behind) implements Arrival {}
    }

    private final DataSource dataSource;
    private final Duration retention;

    InboxTable(DataSource dataSource, DeliverySettings settings) {
        this.dataSource = dataSource;
        this.retention = settings.inbox().retention();
    }

    /** Takes the event over unless that was done before, however old it is; a concurrent taker is waited for. */
    Arrival takeOver(Delivery delivery) {
        return insert(delivery, null);
    }

    /**
     * Takes the event over unless that has been done before, and says whether it may have been done and been forgotten.
     *
     * @param sentAt when the broker was given it
     */
    Arrival arrive(Delivery delivery, Instant sentAt) {
        return insert(delivery, sentAt.atOffset(ZoneOffset.UTC));
    }

    private Arrival insert(Delivery delivery, @Nullable OffsetDateTime sentAt) {
        IncomingEvent event = delivery.event();
        try (var connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setString(1, delivery.consumer());
            insert.setObject(2, event.id());
            insert.setString(3, event.topic());
            insert.setInt(4, event.partition());
            insert.setLong(5, event.offset());
            insert.setObject(6, sentAt, Types.TIMESTAMP_WITH_TIMEZONE);
            insert.setDouble(7, (double) retention.minus(CLOCKS_APART).toSeconds());
            insert.setString(8, event.key());
            try (ResultSet inserted = insert.executeQuery()) {
                return inserted.next()
                        ? new Arrival.New(inserted.getBoolean("too_old"), inserted.getBoolean("behind"))
                        : new Arrival.Known();
            }
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    /** The last offset of a partition that the consumer is known to have taken over. */
    Optional<Long> last(String consumer, TopicPartition partition) throws SQLException {
        try (var connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(LAST)) {
            select.setString(1, consumer);
            select.setString(2, partition.topic());
            select.setInt(3, partition.partition());
            try (ResultSet found = select.executeQuery()) {
                found.next();
                return Optional.ofNullable(found.getObject("last", Long.class));
            }
        }
    }
}
