package org.mobiletoken.load;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.mobiletoken.bank.Waiting;
import org.mobiletoken.stack.ServiceName;

/** What lockout-service has recorded and published about customers whose id begins alike, once its outbox is empty. */
final class LockoutRecords {
    private static final String TOPIC = "mobile-token.lockout.v1";
    private static final String FROZEN = "mobile-token.lockout.TokenFrozen.v1";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration POLL = Duration.ofMillis(200);

    private final Platform platform;
    private final String prefix;

    LockoutRecords(Platform platform, String prefix) {
        this.platform = platform;
        this.prefix = prefix;
        awaitPublished(platform);
    }

    static void awaitPublished(Platform platform) {
        Waiting.until(
                "Not everything was published",
                PATIENCE,
                () -> Optional.of(count(platform, "select count(*) from outbox"))
                        .filter(rows -> rows == 0));
    }

    long rejectedAttempts() {
        return count(
                platform,
                "select count(*) from attempt where state = 'REJECTED' and customer_id like '" + prefix + "%'");
    }

    /** Reads the topic from its beginning to its end. */
    long freezeEvents() {
        try (var consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", platform.endpoints().kafka(), "enable.auto.commit", "false"),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(TOPIC).stream()
                    .map(partition -> new TopicPartition(TOPIC, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            long found = 0;
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (var record : consumer.poll(POLL)) {
                    found += isFreeze(record) ? 1 : 0;
                }
            }
            return found;
        }
    }

    private boolean isFreeze(ConsumerRecord<String, byte[]> record) {
        var type = record.headers().lastHeader("ce_type");
        return record.key().startsWith(prefix)
                && type != null
                && new String(type.value(), StandardCharsets.UTF_8).equals(FROZEN);
    }

    private static long count(Platform platform, String sql) {
        var database = platform.stack().database(ServiceName.LOCKOUT);
        try (Connection connection =
                        DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException("The records cannot be counted", e);
        }
    }
}
