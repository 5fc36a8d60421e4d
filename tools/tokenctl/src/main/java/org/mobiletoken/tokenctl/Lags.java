package org.mobiletoken.tokenctl;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;

/** How far each group is behind, as the broker itself tells. */
final class Lags implements AutoCloseable {
    private static final int ANSWERS_WITHIN_MILLIS = 5_000;

    private final Admin admin;
    private final String servers;

    private Lags(Admin admin, String servers) {
        this.admin = admin;
        this.servers = servers;
    }

    /** @param client further settings of Kafka's client: how it proves who it is, and whom it trusts */
    static Lags of(String servers, Map<String, Object> client) {
        Map<String, Object> config = new HashMap<>(client);
        config.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, servers);
        config.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, ANSWERS_WITHIN_MILLIS);
        config.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, ANSWERS_WITHIN_MILLIS);
        try {
            return new Lags(Admin.create(config), servers);
        } catch (KafkaException e) {
            throw new Failure(
                    ExitStatus.USAGE,
                    client.isEmpty()
                            ? servers + " is no address of a broker. Check TOKENCTL_KAFKA."
                            : "Kafka's client cannot use these settings. Check TOKENCTL_KAFKA and the file that"
                                    + " TOKENCTL_KAFKA_PROPERTIES names.");
        }
    }

    /** How many events of the topic the group has not acknowledged; one without a committed offset has them all before it. */
    long of(String group, String topic) {
        try {
            List<TopicPartition> partitions = partitions(topic);
            Map<TopicPartition, Long> first = offsets(partitions, OffsetSpec.earliest());
            Map<TopicPartition, Long> end = offsets(partitions, OffsetSpec.latest());
            Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get();
            long lag = 0;
            for (TopicPartition partition : partitions) {
                OffsetAndMetadata known = committed.get(partition);
                long next = known == null ? first.getOrDefault(partition, 0L) : known.offset();
                lag += Math.max(0, end.getOrDefault(partition, 0L) - next);
            }
            return lag;
        } catch (ExecutionException e) {
            throw failure(e.getCause(), topic);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure(ExitStatus.INTERNAL, "Interrupted.");
        }
    }

    private Failure failure(@Nullable Throwable cause, String topic) {
        return switch (cause) {
            case UnknownTopicOrPartitionException _ ->
                new Failure(ExitStatus.NOT_FOUND, "The broker knows no topic " + topic + ". Is it the right broker?");
            case AuthenticationException _, AuthorizationException _ ->
                new Failure(
                        ExitStatus.NOT_ALLOWED,
                        "The broker at " + servers
                                + " refuses you. Check the file that TOKENCTL_KAFKA_PROPERTIES names, and your rights there.");
            case null, default ->
                new Failure(
                        ExitStatus.UNREACHABLE,
                        "The broker at " + servers + " does not answer. Check TOKENCTL_KAFKA and that it runs.");
        };
    }

    @Override
    public void close() {
        admin.close();
    }

    private List<TopicPartition> partitions(String topic) throws ExecutionException, InterruptedException {
        List<TopicPartition> partitions = new ArrayList<>();
        for (TopicDescription description :
                admin.describeTopics(List.of(topic)).allTopicNames().get().values()) {
            description.partitions().forEach(each -> partitions.add(new TopicPartition(topic, each.partition())));
        }
        return partitions;
    }

    private Map<TopicPartition, Long> offsets(List<TopicPartition> partitions, OffsetSpec spec)
            throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
        partitions.forEach(each -> asked.put(each, spec));
        Map<TopicPartition, Long> found = new HashMap<>();
        admin.listOffsets(asked).all().get().forEach((partition, offset) -> found.put(partition, offset.offset()));
        return found;
    }
}
