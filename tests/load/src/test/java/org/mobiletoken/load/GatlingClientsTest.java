package org.mobiletoken.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GatlingClientsTest {
    private static final Duration TIME = Duration.ofMillis(500);

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
            awaitAnswers();
            Sample right = clients.run(TIME, CpuTime::new);
            assertThat(right.errors()).isZero();
            assertThat(right.ratePerSecond()).isPositive();
            assertThat(right.latency().p50()).isPositive();

            status.set(503);
            clients.run(TIME, CpuTime::new);
            Sample wrong = clients.run(TIME, CpuTime::new);
            assertThat(wrong.errors()).isPositive();
            assertThat(wrong.ratePerSecond()).isZero();
        }
        assertThat(seen).containsExactlyInAnyOrder("GET /v1/token Bearer first", "GET /v1/token Bearer second");
    }

    @Test
    void a_run_counts_what_the_service_has_answered_in_its_time() {
        try (var clients = looking("first")) {
            awaitAnswers();
            long before = answered.get();
            Sample run = clients.run(TIME, CpuTime::new);
            double atMost = (answered.get() - before) / (TIME.toMillis() / 1e3);
            assertThat(run.ratePerSecond()).isPositive().isLessThanOrEqualTo(atMost);
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
            awaitAnswers();
            assertThatThrownBy(() -> {
                        while (true) {
                            assertThat(clients.run(TIME, CpuTime::new).errors()).isZero();
                        }
                    })
                    .hasMessage("Gatling has ended early");
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
            awaitAnswers();
            assertThat(clients.run(TIME, CpuTime::new).errors())
                    .describedAs("settlements are to be answered with 200")
                    .isPositive();
        }
        assertThat(seen).anyMatch(request -> request.matches("POST /v1/attempts Bearer of-a-service"));
        assertThat(seen).anyMatch(request -> request.matches("PUT /v1/attempts/[0-9a-f-]{36} Bearer of-a-service"));
    }

    private GatlingClients looking(String... accessTokens) {
        return new GatlingClients(
                "StatusSimulation", address(), 2, "", Stream.concat(Stream.of("accessToken"), Stream.of(accessTokens)));
    }

    private void awaitAnswers() {
        while (answered.get() == 0) {
            Thread.onSpinWait();
        }
    }

    private URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }
}
