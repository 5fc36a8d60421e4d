package org.mobiletoken.operations;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.mobiletoken.stack.KafkaBroker;
import org.mobiletoken.stack.LocalStack;

/** A broker that a test may stop. */
public final class OwnBroker implements QuarkusTestResourceLifecycleManager {
    private static KafkaBroker kafka;
    private Path folder;

    static KafkaBroker kafka() {
        return kafka;
    }

    @Override
    public Map<String, String> start() {
        try {
            folder = Files.createTempDirectory("own-broker");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        kafka = KafkaBroker.start(folder);
        ParcelTopics.createAt(kafka.bootstrapServers());
        return Map.of("kafka.bootstrap.servers", kafka.bootstrapServers());
    }

    /** After the others, whose address it replaces. */
    @Override
    public int order() {
        return 1;
    }

    @Override
    public void stop() {
        kafka.close();
        LocalStack.delete(folder);
    }
}
