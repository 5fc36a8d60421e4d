package org.mobiletoken.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.nio.file.Path;
import java.util.Map;
import org.mobiletoken.stack.KafkaBroker;

/** Gives the application under test a real Kafka broker with all topics; one broker serves the whole JVM. */
public final class KafkaResource implements QuarkusTestResourceLifecycleManager {
    @Override
    public Map<String, String> start() {
        return Map.of("kafka.bootstrap.servers", bootstrapServers());
    }

    /** The broker's address; starts it if nobody has. */
    public static String bootstrapServers() {
        return OncePerJvm.text("kafka", KafkaResource::startBroker);
    }

    /** The broker ends with the JVM, since other applications may still use it. */
    @Override
    public void stop() {}

    private static String startBroker() {
        Path folder = TemporaryFolder.create("kafka");
        KafkaBroker broker = KafkaBroker.start(folder);
        TemporaryFolder.closeAtEnd(broker::kill, folder);
        return broker.bootstrapServers();
    }
}
