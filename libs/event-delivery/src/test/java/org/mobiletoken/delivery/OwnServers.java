package org.mobiletoken.delivery;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.mobiletoken.stack.KafkaBroker;
import org.mobiletoken.stack.LocalStack;
import org.mobiletoken.stack.Postgres;

/** A broker and a database that a test may stop. */
public final class OwnServers implements QuarkusTestResourceLifecycleManager {
    private static KafkaBroker kafka;
    private static Postgres postgres;
    private Path folder;

    static KafkaBroker kafka() {
        return kafka;
    }

    static Postgres postgres() {
        return postgres;
    }

    @Override
    public Map<String, String> start() {
        try {
            folder = Files.createTempDirectory("own-servers");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        kafka = KafkaBroker.start(folder.resolve("kafka"));
        postgres = Postgres.startForTests(folder.resolve("postgres"));
        Topic.create(kafka.bootstrapServers(), ParcelTopics.EVENTS, ParcelTopics.DEAD_LETTERS, Letters.TOPIC);
        var database = postgres.database("parcels");
        return new HashMap<>(Map.of(
                "kafka.bootstrap.servers", kafka.bootstrapServers(),
                "quarkus.datasource.jdbc.url", database.jdbcUrl(),
                "quarkus.datasource.username", database.username(),
                "quarkus.datasource.password", database.password(),
                "quarkus.datasource.jdbc.acquisition-timeout", "2s"));
    }

    /** After the others, whose addresses it replaces. */
    @Override
    public int order() {
        return 1;
    }

    @Override
    public void stop() {
        kafka.close();
        postgres.close();
        LocalStack.delete(folder);
    }
}
