package org.mobiletoken.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.mobiletoken.stack.Database;
import org.mobiletoken.stack.Postgres;

/** Gives the application under test an empty database of its own, in one PostgreSQL cluster that serves the whole JVM. */
public final class PostgresResource implements QuarkusTestResourceLifecycleManager {
    @Override
    public Map<String, String> start() {
        Database database = freshDatabase();
        return Map.of(
                "quarkus.datasource.jdbc.url", database.jdbcUrl(),
                "quarkus.datasource.username", database.username(),
                "quarkus.datasource.password", database.password());
    }

    /** A new, empty database; for tests of stores that start no application. */
    public static Database freshDatabase() {
        int port = Integer.parseInt(OncePerJvm.text("postgres", PostgresResource::startCluster));
        return Postgres.databaseOn(
                port, "test_" + Long.toString(ThreadLocalRandom.current().nextLong(1L << 40), 36));
    }

    /** The cluster ends with the JVM, since other applications may still use it. */
    @Override
    public void stop() {}

    private static String startCluster() {
        Path folder = TemporaryFolder.create("postgres");
        Postgres postgres = Postgres.startForTests(folder);
        TemporaryFolder.closeAtEnd(postgres, folder);
        return Integer.toString(postgres.port());
    }
}
