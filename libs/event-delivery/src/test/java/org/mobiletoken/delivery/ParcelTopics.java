package org.mobiletoken.delivery;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import org.mobiletoken.testing.KafkaResource;

/** The topics of the service under test. */
public final class ParcelTopics implements QuarkusTestResourceLifecycleManager {
    static final String EVENTS = "parcels.v1";
    static final String DEAD_LETTERS = "parcel-service.dead-letters";

    @Override
    public Map<String, String> start() {
        Topic.create(KafkaResource.bootstrapServers(), EVENTS, DEAD_LETTERS, Letters.TOPIC);
        return Map.of();
    }

    @Override
    public void stop() {}
}
