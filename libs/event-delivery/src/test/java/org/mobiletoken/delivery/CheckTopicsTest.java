package org.mobiletoken.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mobiletoken.testing.KafkaResource;
import org.mobiletoken.testing.PostgresResource;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(ParcelTopics.class)
class CheckTopicsTest {
    private static final String PASSWORD = "changeit";
    private static final Duration SOON = Duration.ofSeconds(4);

    @Inject
    @Identifier("default-kafka-broker")
    Map<String, Object> broker;

    @Test
    void topics_that_are_all_there_are_no_problem() {
        assertThat(problem(broker, ParcelTopics.EVENTS)).isEmpty();
    }

    @Test
    void every_topic_that_is_absent_is_named() {
        assertThat(problem(broker, "no-such.v1", ParcelTopics.EVENTS, "nor-this.v1"))
                .contains("The broker has no topic no-such.v1, nor-this.v1: create it before the service starts.");
    }

    @Test
    void a_broker_whose_certificate_is_not_trusted_is_told(@TempDir Path folder) throws Exception {
        try (ServerSocket untrusted = withOwnCertificate(folder.resolve("keys.p12"))) {
            Thread.ofVirtual().start(() -> shakeHands(untrusted));
            Map<String, Object> overTls = new HashMap<>(broker);
            overTls.put("bootstrap.servers", "127.0.0.1:" + untrusted.getLocalPort());
            overTls.put("security.protocol", "SSL");

            assertThat(problem(overTls, ParcelTopics.EVENTS))
                    .get()
                    .asString()
                    .startsWith("The broker and this service do not agree on TLS");
        }
    }

    @Test
    void a_broker_without_tls_is_told_where_tls_is_expected() {
        Map<String, Object> overTls = new HashMap<>(broker);
        overTls.put("security.protocol", "SSL");

        assertThat(CheckTopics.problem(overTls, List.of(ParcelTopics.EVENTS), SOON))
                .contains("The broker at " + broker.get("bootstrap.servers")
                        + " does not speak TLS: check the port, and kafka.security.protocol, which asks for it.");
    }

    @Test
    void a_broker_with_tls_is_told_where_none_is_expected(@TempDir Path folder) throws Exception {
        try (ServerSocket overTls = withOwnCertificate(folder.resolve("keys.p12"))) {
            Thread.ofVirtual().start(() -> shakeHands(overTls));
            Map<String, Object> without = new HashMap<>(broker);
            without.put("bootstrap.servers", "127.0.0.1:9, 127.0.0.1:" + overTls.getLocalPort());

            assertThat(CheckTopics.problem(without, List.of(ParcelTopics.EVENTS), SOON))
                    .contains("The broker at 127.0.0.1:" + overTls.getLocalPort()
                            + " speaks TLS: check kafka.security.protocol, which has none, and the port.");
        }
    }

    @Test
    void a_broker_that_is_away_keeps_nobody_from_starting_since_all_else_works_without_it() {
        assertThat(CheckTopics.problem(
                        Map.of("bootstrap.servers", "127.0.0.1:9"),
                        List.of(ParcelTopics.EVENTS),
                        Duration.ofMillis(500)))
                .isEmpty();
    }

    private static Optional<String> problem(Map<String, Object> broker, String... topics) {
        return CheckTopics.problem(broker, List.of(topics), Duration.ofSeconds(30));
    }

    private static void shakeHands(ServerSocket server) {
        while (!server.isClosed()) {
            try (Socket client = server.accept()) {
                client.getInputStream().readAllBytes();
            } catch (IOException refusedByTheClient) {
                // the next attempt comes on a connection of its own
            }
        }
    }

    private static ServerSocket withOwnCertificate(Path file) throws Exception {
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "broker",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-storepass",
                        PASSWORD,
                        "-keystore",
                        file.toString())
                .inheritIO()
                .start();
        assertThat(keytool.waitFor()).isZero();
        KeyStore keys = KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray());
        var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context.getServerSocketFactory().createServerSocket(0, 10, InetAddress.getLoopbackAddress());
    }
}
