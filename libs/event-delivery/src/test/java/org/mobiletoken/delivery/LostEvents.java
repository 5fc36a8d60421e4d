package org.mobiletoken.delivery;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.mobiletoken.testing.KafkaProbe;
import org.mobiletoken.testing.KafkaResource;

/** A topic of which events were deleted while its reader was away: it had read 0 to 2, and the oldest left is 7. */
public final class LostEvents implements QuarkusTestResourceLifecycleManager {
    @Override
    public Map<String, String> start() {
        String topic = "lost-" + UUID.randomUUID();
        var partition = new TopicPartition(topic, 0);
        var broker = Map.<String, Object>of("bootstrap.servers", KafkaResource.bootstrapServers());
        Topic.create(KafkaResource.bootstrapServers(), topic);
        try (Admin admin = Admin.create(broker);
                KafkaProbe probe = KafkaProbe.open()) {
            IntStream.range(0, 10)
                    .forEach(number -> probe.publish(Records.event(topic, 0, "k", Integer.toString(number))));
            admin.alterConsumerGroupOffsets("late-service", Map.of(partition, new OffsetAndMetadata(3)))
                    .all()
                    .get(30, TimeUnit.SECONDS);
            admin.deleteRecords(Map.of(partition, RecordsToDelete.beforeOffset(7)))
                    .all()
                    .get(30, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return Map.of(
                "mp.messaging.incoming.letter-events.topic",
                topic,
                "mp.messaging.incoming.letter-events.group.id",
                "late-service");
    }

    @Override
    public void stop() {}
}
