package org.mobiletoken.stack;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/** One PostgreSQL cluster on a free port, with a database per name that only the login of that name may reach. */
public final class Postgres implements AutoCloseable {
    private static final String SUPERUSER = "postgres";
    private static final Duration START_WITHIN = Duration.ofMinutes(4);

    private final Path folder;
    private final boolean durable;
    private final int port = FreePort.next();
    private final Optional<Container> container = Container.postgres(port, SUPERUSER);
    private volatile Optional<EmbeddedPostgres> server = Optional.empty();
    private final Runnable end = this::stop;
    private Optional<Process> leash = Optional.empty();

    private Postgres(Path folder, boolean durable) {
        this.folder = folder;
        this.durable = durable;
    }

    /** Starts a cluster that keeps its data under {@code folder} and loses nothing it has committed, even when killed. */
    public static Postgres start(Path folder) {
        var postgres = new Postgres(folder, true);
        postgres.start();
        return postgres;
    }

    /** Starts a cluster for tests: fast, because nothing is forced to disk. */
    public static Postgres startForTests(Path folder) {
        var postgres = new Postgres(folder, false);
        postgres.start();
        return postgres;
    }

    public int port() {
        return port;
    }

    /** The number of the process that all others of the cluster descend from; none in a container or while it is stopped. */
    public OptionalLong pid() {
        return server.isPresent() ? OptionalLong.of(postmaster()) : OptionalLong.empty();
    }

    /** Starts the cluster again after {@link #stop}, on the same port with the same data. */
    public synchronized void start() {
        if (container.isPresent()) {
            container.get().start(this::answers);
        } else {
            startProcess();
        }
    }

    private void startProcess() {
        AtExit.endServer(end); // before the start, so that a Ctrl-C during it leaves nothing behind
        try {
            Files.createDirectories(folder);
            EmbeddedPostgres started = EmbeddedPostgres.builder()
                    .setPort(port)
                    .setDataDirectory(folder.resolve("data"))
                    .setCleanDataDirectory(false)
                    .setPGStartupWait(START_WITHIN)
                    .setRegisterShutdownHook(false)
                    .setConnectConfig("password", SUPERUSER)
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .setServerConfig("max_connections", "300")
                    .setServerConfig("synchronous_commit", durable ? "on" : "off")
                    .setServerConfig("fsync", durable ? "on" : "off")
                    .setOutputRedirector(ProcessBuilder.Redirect.appendTo(log().toFile()))
                    .setErrorRedirector(ProcessBuilder.Redirect.appendTo(log().toFile()))
                    .start();
            server = Optional.of(started);
            leash = Optional.of(leash());
            askForPasswords();
        } catch (IOException | SQLException e) {
            throw new StackException(
                    "PostgreSQL could not be started: " + e.getMessage() + ". Its log is " + log() + ".", e);
        }
    }

    /** Stops the cluster; every connection breaks. */
    public synchronized void stop() {
        container.ifPresent(Container::stop);
        try {
            Optional<EmbeddedPostgres> stopping = server;
            server = Optional.empty();
            if (stopping.isPresent()) {
                stopping.get().close();
            }
            leash.ifPresent(Process::destroy);
            AtExit.forget(end);
            leash = Optional.empty();
        } catch (IOException e) {
            throw new StackException("PostgreSQL could not be stopped: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        container.ifPresentOrElse(Container::remove, this::stop);
    }

    /** The database of that name (lower-case letters, digits and underscores), created with its login where it is missing. */
    public Database database(String name) {
        return databaseOn(port, name);
    }

    /** As {@link #database}, on the cluster that listens at {@code port}. */
    public static Database databaseOn(int port, String name) {
        if (!name.matches("[a-z][a-z0-9_]*")) {
            throw new IllegalArgumentException("Not a name for a database: " + name);
        }
        try (Connection connection = superuser(port);
                Statement statement = connection.createStatement()) {
            try (var found = statement.executeQuery("select 1 from pg_database where datname = '" + name + "'")) {
                if (found.next()) {
                    return new Database(url(port, name), name, name);
                }
            }
            statement.execute("create role " + name + " login password '" + name + "'");
            statement.execute("create database " + name + " owner " + name);
            statement.execute("revoke all on database " + name + " from public");
            return new Database(url(port, name), name, name);
        } catch (SQLException e) {
            throw new StackException("The database " + name + " could not be created: " + e.getMessage(), e);
        }
    }

    private boolean answers() {
        try (Connection connection = superuser(port)) {
            return connection.isValid(1);
        } catch (SQLException notYet) {
            return false;
        }
    }

    /** A fresh cluster trusts everybody on the machine; from here on it asks every login for its password. */
    private void askForPasswords() throws IOException, SQLException {
        Path rules = folder.resolve("data").resolve("pg_hba.conf");
        String wanted = "host all all 127.0.0.1/32 scram-sha-256\n";
        if (Files.readString(rules).equals(wanted)) {
            return;
        }
        try (Connection connection = superuser(port);
                Statement statement = connection.createStatement()) {
            statement.execute("alter role " + SUPERUSER + " password '" + SUPERUSER + "'");
            statement.execute("revoke all on database postgres from public");
            statement.execute("revoke all on database template1 from public");
            Files.writeString(rules, wanted);
            statement.execute("select pg_reload_conf()");
        }
    }

    /** A shell that waits for the end of this JVM, however it comes, and then stops the cluster. */
    private Process leash() throws IOException {
        return new ProcessBuilder("sh", "-c", "trap '' INT; read -r _; kill -INT " + postmaster()).start();
    }

    private long postmaster() {
        Path file = folder.resolve("data").resolve("postmaster.pid");
        try {
            return Long.parseLong(Files.readAllLines(file).getFirst().strip());
        } catch (IOException e) {
            throw new StackException("PostgreSQL does not run: " + file + " cannot be read.", e);
        }
    }

    private Path log() {
        return folder.resolve("postgres.log");
    }

    private static Connection superuser(int port) throws SQLException {
        return DriverManager.getConnection(url(port, "postgres"), SUPERUSER, SUPERUSER);
    }

    private static String url(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }
}
