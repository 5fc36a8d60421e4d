package org.mobiletoken.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mobiletoken.bank.Waiting;

class GatlingClientsTest {
    private static final Duration TIME = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Set<String> seen = ConcurrentHashMap.newKeySet();
    private final AtomicInteger status = new AtomicInteger(200);
    private final AtomicLong answered = new AtomicLong();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            seen.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("Authorization"));
            exchange.getRequestBody().readAllBytes();
            answered.incrementAndGet();
            exchange.sendResponseHeaders(status.get(), -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void what_is_answered_rightly_is_timed_and_what_is_not_is_an_error() {
        try (var clients = looking("first", "second")) {
            Sample right = runUntil(clients, run -> run.ratePerSecond() > 0);
            assertThat(right.errors()).isZero();
            assertThat(right.latency().p50()).isPositive();

            status.set(503);
            Sample wrong = runUntil(clients, run -> run.errors() > 0 && run.ratePerSecond() == 0);
            assertThat(wrong.latency().p50()).isZero();
        }
    }

    @Test
    void everybody_of_the_feed_has_a_turn() {
        try (var clients = looking("first", "second", "third")) {
            runUntil(clients, _ -> seen.size() == 3);
        }
        assertThat(seen)
                .containsExactlyInAnyOrder(
                        "GET /v1/token Bearer first", "GET /v1/token Bearer second", "GET /v1/token Bearer third");
    }

    @Test
    void a_run_counts_no_more_than_the_service_has_answered_in_its_time() {
        try (var clients = looking("first")) {
            runUntil(clients, run -> run.ratePerSecond() > 0);
            long before = answered.get();
            Sample run = runUntil(clients, next -> next.ratePerSecond() > 0);
            // answers that were on their way when it began are counted too
            double atMost = (answered.get() - before + clients.clients()) / (TIME.toMillis() / 1e3);
            assertThat(run.ratePerSecond()).isLessThanOrEqualTo(atMost);
        }
    }

    @Test
    void a_code_is_typed_in_once_and_a_wrong_one_is_to_be_refused() {
        status.set(422);
        try (var clients = new GatlingClients(
                "VerificationSimulation",
                address(),
                1,
                "of-a-service",
                Stream.of("otpId,customer,typed,expected", "one,somebody,123456,422", "two,somebody,123456,422"))) {
            assertThatThrownBy(() -> runUntil(clients, run -> run.errors() > 0)).hasMessage("Gatling has ended early");
        }
        assertThat(seen)
                .containsExactlyInAnyOrder(
                        "POST /v1/otps/one/verification Bearer of-a-service",
                        "POST /v1/otps/two/verification Bearer of-a-service");
        assertThat(answered).hasValue(2);
    }

    @Test
    void an_attempt_is_reserved_and_settled() {
        status.set(201);
        try (var clients = new GatlingClients(
                "AttemptSimulation",
                address(),
                1,
                "of-a-service",
                Stream.of("customer,outcome", "somebody,REJECTED"))) {
            // settlements are to be answered with 200
            runUntil(clients, run -> run.errors() > 0);
        }
        assertThat(seen).anyMatch(request -> request.matches("POST /v1/attempts Bearer of-a-service"));
        assertThat(seen).anyMatch(request -> request.matches("PUT /v1/attempts/[0-9a-f-]{36} Bearer of-a-service"));
    }

    private GatlingClients looking(String... accessTokens) {
        return new GatlingClients(
                "StatusSimulation", address(), 2, "", Stream.concat(Stream.of("accessToken"), Stream.of(accessTokens)));
    }

    private static Sample runUntil(GatlingClients clients, Predicate<Sample> condition) {
        return Waiting.until(
                "No run was as it should be",
                PATIENCE,
                () -> Optional.of(clients.run(TIME, CpuTime::new)).filter(condition));
    }

    private URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }
}
