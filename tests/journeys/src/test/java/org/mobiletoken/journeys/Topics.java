package org.mobiletoken.journeys;

import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;
import org.mobiletoken.stack.ServiceName;

/** The five event topics as operations see them. */
final class Topics implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Platform platform;
    private final Admin admin;

    Topics(Platform platform) {
        this.platform = platform;
        this.admin =
                Admin.create(Map.of("bootstrap.servers", platform.endpoints().kafka()));
    }

    /** Returns once every outbox is empty and every consumer has read to the end. */
    void awaitQuiet() {
        Awaitility.await().atMost(PATIENCE).during(Duration.ofSeconds(2)).until(() -> outboxRows() == 0 && lag() == 0);
    }

    /** The same records once more: same keys, headers and bytes. */
    void publishEverythingAgain() {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", platform.endpoints().kafka());
        List<TopicPartition> partitions = partitions();
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
                var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> {
                    if (record.offset() < ends.get(new TopicPartition(record.topic(), record.partition()))) {
                        producer.send(new ProducerRecord<>(
                                record.topic(), record.partition(), record.key(), record.value(), record.headers()));
                    }
                });
            }
            producer.flush();
        }
    }

    private long lag() throws ExecutionException, InterruptedException {
        Map<TopicPartition, Long> ends = ends();
        long lag = 0;
        for (GroupListing group : admin.listGroups().all().get()) {
            Map<TopicPartition, OffsetAndMetadata> read = admin.listConsumerGroupOffsets(group.groupId())
                    .partitionsToOffsetAndMetadata()
                    .get();
            for (var offset : read.entrySet()) {
                if (offset.getValue() != null && ends.containsKey(offset.getKey())) {
                    lag += ends.get(offset.getKey()) - offset.getValue().offset();
                }
            }
        }
        return lag;
    }

    private Map<TopicPartition, Long> ends() throws ExecutionException, InterruptedException {
        return admin
                .listOffsets(partitions().stream()
                        .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest())))
                .all()
                .get()
                .entrySet()
                .stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, end -> end.getValue().offset()));
    }

    private static List<TopicPartition> partitions() {
        List<TopicPartition> partitions = new ArrayList<>();
        for (String topic : org.mobiletoken.events.Topics.ALL) {
            for (int i = 0; i < org.mobiletoken.stack.Topics.PARTITIONS; i++) {
                partitions.add(new TopicPartition(topic, i));
            }
        }
        return partitions;
    }

    private long outboxRows() throws SQLException {
        long rows = 0;
        for (ServiceName service : ServiceName.values()) {
            var database = platform.stack().database(service);
            try (var connection =
                            DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password());
                    var statement = connection.createStatement();
                    ResultSet count = statement.executeQuery("select count(*) from outbox")) {
                count.next();
                rows += count.getLong(1);
            }
        }
        return rows;
    }

    @Override
    public void close() {
        admin.close();
    }
}
