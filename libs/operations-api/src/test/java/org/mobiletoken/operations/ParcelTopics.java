package org.mobiletoken.operations;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;
import org.mobiletoken.testing.KafkaResource;

/** The topics of the service under test, two partitions each. */
public final class ParcelTopics implements QuarkusTestResourceLifecycleManager {
    static final String EVENTS = "parcels.v1";
    static final String DEAD_LETTERS = "parcel-service.dead-letters";

    @Override
    public Map<String, String> start() {
        createAt(KafkaResource.bootstrapServers());
        return Map.of();
    }

    static void createAt(String bootstrapServers) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            for (String topic : List.of(EVENTS, DEAD_LETTERS)) {
                create(admin, topic);
            }
        }
    }

    private static void create(Admin admin, String topic) {
        try {
            admin.createTopics(List.of(new NewTopic(topic, 2, (short) 1))).all().get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new IllegalStateException(e);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void stop() {}
}
