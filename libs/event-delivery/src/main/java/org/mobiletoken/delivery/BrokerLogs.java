package org.mobiletoken.delivery;

import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.jspecify.annotations.Nullable;

/** What the broker still has of each partition, how long it keeps it, and where each group of consumers stands. */
@ApplicationScoped
class BrokerLogs {
    private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(10);

    private final Map<String, Object> broker;
    private @Nullable Admin admin;

    BrokerLogs(@Identifier("default-kafka-broker") Map<String, Object> broker) {
        this.broker = broker;
    }

    /** The broker did not answer, or not in time. */
    static final class Silent extends Exception {
        private static final long serialVersionUID = 1;

        Silent(Throwable cause) {
            super(cause);
        }
    }

    Map<TopicPartition, Long> offsets(Collection<TopicPartition> partitions, OffsetSpec spec) throws Silent {
        Map<TopicPartition, OffsetSpec> question =
                partitions.stream().collect(Collectors.toMap(Function.identity(), _ -> spec));
        Map<TopicPartition, Long> offsets = new HashMap<>();
        await(admin().listOffsets(question).all())
                .forEach((partition, found) -> offsets.put(partition, found.offset()));
        return offsets;
    }

    /** Without the partitions of which the group has committed nothing. */
    Map<TopicPartition, Long> committed(String group) throws Silent {
        Map<TopicPartition, Long> committed = new HashMap<>();
        await(admin().listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata())
                .forEach((partition, offset) -> {
                    if (offset != null) {
                        committed.put(partition, offset.offset());
                    }
                });
        return committed;
    }

    Map<String, Kept> kept(Set<String> topics) throws Silent {
        Map<String, Kept> kept = new HashMap<>();
        await(admin().describeConfigs(topics.stream()
                                .map(topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic))
                                .toList())
                        .all())
                .forEach((topic, config) -> kept.put(
                        topic.name(),
                        new Kept(
                                Long.parseLong(config.get("retention.ms").value()),
                                Long.parseLong(config.get("retention.bytes").value()))));
        return kept;
    }

    /** For how long and in what size a topic is kept; negative: without a limit. */
    record Kept(long millis, long bytes) {}

    private static <T> T await(KafkaFuture<T> answer) throws Silent {
        try {
            return answer.get(ANSWERS_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new Silent(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Silent(e);
        }
    }

    private synchronized Admin admin() {
        if (admin == null) {
            admin = Admin.create(broker);
        }
        return admin;
    }

    @PreDestroy
    synchronized void close() {
        if (admin != null) {
            admin.close(Duration.ZERO);
        }
    }
}
