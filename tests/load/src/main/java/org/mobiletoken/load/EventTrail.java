package org.mobiletoken.load;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.mobiletoken.stack.ServiceName;
import org.mobiletoken.stack.Topics;

/** Every event that a transaction put into an outbox, written down by a trigger, and what came out of it in Kafka. */
final class EventTrail {
    private static final Duration POLL = Duration.ofMillis(200);
    private static final String LAY = """
            create table event_trail (id bigint primary key, event_id uuid not null unique);
            create function lay_event_trail() returns trigger language plpgsql as $$
            begin
                insert into event_trail values (new.id, new.event_id);
                return new;
            end $$;
            create trigger event_trail after insert on outbox for each row execute function lay_event_trail()""";
    private static final String READ = "select event_id from event_trail order by id";
    private static final String LEFT = "select count(*) from outbox";

    private final Platform platform;

    /** To be called when the outboxes are there and still empty. */
    EventTrail(Platform platform) {
        this.platform = platform;
        for (ServiceName service : ServiceName.values()) {
            try (Connection connection = connection(service);
                    var statement = connection.createStatement()) {
                statement.execute(LAY);
            } catch (SQLException e) {
                throw new IllegalStateException("No trail could be laid in the outbox of " + service, e);
            }
        }
    }

    /** Compares; everything has to be at rest. */
    Report compare() {
        List<ConsumerRecord<String, byte[]>> records = records();
        Map<UUID, Integer> places = new HashMap<>();
        for (int i = 0; i < records.size(); i++) {
            places.putIfAbsent(UUID.fromString(NewEvents.header(records.get(i), "ce_id")), i);
        }
        Set<UUID> fromNowhere = new HashSet<>(places.keySet());
        long written = 0;
        long lost = 0;
        long left = 0;
        long overtaken = 0;
        for (ServiceName service : ServiceName.values()) {
            Laid laid = read(service);
            written += laid.events().size();
            left += laid.left();
            lost += laid.events().stream()
                    .filter(event -> !places.containsKey(event))
                    .count();
            overtaken += overtaken(laid.events(), records, places);
            laid.events().forEach(fromNowhere::remove);
        }
        return new Report()
                .figure("events_written", written)
                .figure("events_published_again", records.size() - places.size())
                .exactly("events_lost", 0, lost)
                .exactly("events_left_in_outboxes", 0, left)
                .exactly("events_out_of_nowhere", 0, fromNowhere.size())
                .exactly("events_overtaken", 0, overtaken);
    }

    /** How many events were published before one of the same key that was written earlier. */
    private static long overtaken(
            List<UUID> written, List<ConsumerRecord<String, byte[]>> records, Map<UUID, Integer> places) {
        long overtaken = 0;
        Map<String, Integer> lastOfKey = new HashMap<>();
        for (UUID event : written) {
            Integer place = places.get(event);
            if (place != null) {
                // all of one key are in one partition, and those of a partition in the order of their offsets
                var record = records.get(place);
                Integer before = lastOfKey.put(record.topic() + "/" + record.key(), place);
                overtaken += before != null && before > place ? 1 : 0;
            }
        }
        return overtaken;
    }

    /** What was put into an outbox, in that order, and how much of it is there still. */
    private record Laid(List<UUID> events, long left) {}

    private Laid read(ServiceName service) {
        try (Connection connection = connection(service);
                var statement = connection.createStatement()) {
            List<UUID> events = new ArrayList<>();
            try (var rows = statement.executeQuery(READ)) {
                while (rows.next()) {
                    events.add(rows.getObject("event_id", UUID.class));
                }
            }
            try (var row = statement.executeQuery(LEFT)) {
                row.next();
                return new Laid(events, row.getLong(1));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The trail of " + service + " cannot be read", e);
        }
    }

    private List<ConsumerRecord<String, byte[]>> records() {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", platform.endpoints().kafka(), "enable.auto.commit", "false");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = Topics.EVENTS.stream()
                    .flatMap(topic -> consumer.partitionsFor(topic).stream())
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            var all = new ArrayList<ConsumerRecord<String, byte[]>>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(POLL).forEach(all::add);
            }
            return all;
        }
    }

    private Connection connection(ServiceName service) throws SQLException {
        var database = platform.stack().database(service);
        return DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password());
    }
}
