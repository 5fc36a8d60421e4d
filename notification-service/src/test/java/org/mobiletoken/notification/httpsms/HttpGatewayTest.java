package org.mobiletoken.notification.httpsms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mobiletoken.notification.SendOutcome;
import org.mobiletoken.notification.Sms;
import org.mobiletoken.notification.Sms.Traffic;
import org.mobiletoken.testing.MovableClock;

class HttpGatewayTest {

    private static final Instant NOW = Instant.parse("2026-11-24T03:00:00Z");
    private static final UUID MESSAGE = UUID.randomUUID();

    private record Request(String key, String authorization, String body) {}

    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final CountDownLatch silence = new CountDownLatch(1);
    private HttpServer server;
    private HttpGateway gateway;
    private volatile int status = 202;
    private volatile String answer = "{\"id\":\"m-1\"}";
    private volatile boolean silent;
    private volatile boolean dropping;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/sms/v1/messages", this::take);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        gateway = new HttpGateway(settings(Optional.of("the-key"), Duration.ZERO), Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @AfterEach
    void stop() {
        silence.countDown();
        server.stop(0);
        gateway.close();
    }

    @Test
    void a_message_goes_out_under_its_own_id() throws IOException {
        assertThat(send(NOW.plusSeconds(180)))
                .isEqualTo(new SendOutcome.Accepted(
                        "127.0.0.1:" + server.getAddress().getPort(), List.of("m-1")));
        assertThat(requests).singleElement().satisfies(request -> {
            assertThat(request.key()).isEqualTo(MESSAGE.toString());
            assertThat(request.authorization()).isEqualTo("Bearer the-key");
        });
        JsonNode body = new ObjectMapper().readTree(requests.getFirst().body());
        assertThat(body.path("to").asText()).isEqualTo("+85291234567");
        assertThat(body.path("text").asText()).isEqualTo("流動保安編碼");
        assertThat(body.path("traffic").asText()).isEqualTo("OTP");
        assertThat(body.path("sender").asText()).isEqualTo("#MobToken");
        assertThat(body.path("validUntil").asText()).isEqualTo("2026-11-24T03:03:00Z");
    }

    @Test
    void information_has_no_end() throws IOException {
        gateway.send(new Sms(MESSAGE, Traffic.INFO, "+85291234567", "text", null));
        assertThat(new ObjectMapper().readTree(requests.getFirst().body()).has("validUntil"))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 429, 503})
    void what_may_pass_is_not_taken(int refusal) {
        status = refusal;
        assertThat(send()).isEqualTo(new SendOutcome.NotTaken("status-" + refusal));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 404, 422})
    void a_message_that_the_provider_does_not_want_is_refused(int refusal) {
        status = refusal;
        assertThat(send()).isEqualTo(new SendOutcome.Refused("status-" + refusal));
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 302, 409, 500, 502, 504})
    void an_answer_outside_the_contract_is_a_doubt(int surprise) {
        status = surprise;
        assertThat(send()).isEqualTo(new SendOutcome.Unknown("status-" + surprise));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "taken"})
    void an_acceptance_without_an_id_is_a_doubt(String body) {
        answer = body;
        assertThat(send()).isEqualTo(new SendOutcome.Unknown("no-id"));
    }

    @Test
    void silence_is_a_doubt_and_nothing_is_sent_again() {
        silent = true;
        assertThat(send()).isEqualTo(new SendOutcome.Unknown("no-answer"));
        assertThat(requests).hasSize(1);
    }

    @Test
    void a_connection_lost_after_the_message_left_is_a_doubt_and_nothing_is_sent_again() {
        dropping = true;
        assertThat(send()).isEqualTo(new SendOutcome.Unknown("link-lost"));
        assertThat(requests).hasSize(1);
    }

    @Test
    void without_a_connection_nothing_is_taken() {
        server.stop(0);
        assertThat(send()).isEqualTo(new SendOutcome.NotTaken("not-connected"));
    }

    @Test
    void what_has_expired_is_not_sent() {
        assertThat(send(NOW)).isEqualTo(new SendOutcome.TooLate());
        assertThat(requests).isEmpty();
        assertThat(send(NOW.plusMillis(1))).isInstanceOf(SendOutcome.Accepted.class);
    }

    @Test
    void a_full_window_takes_nothing_more_of_its_class() {
        silent = true;
        CompletableFuture<SendOutcome> first = CompletableFuture.supplyAsync(this::send, Thread::startVirtualThread);
        Awaitility.await().until(() -> requests.size() == 1);
        assertThat(send()).isEqualTo(new SendOutcome.NotTaken("window-full"));
        silent = false;
        assertThat(gateway.send(new Sms(MESSAGE, Traffic.INFO, "+85291234567", "text", null)))
                .isInstanceOf(SendOutcome.Accepted.class);
        silence.countDown();
        assertThat(first.join()).isInstanceOf(SendOutcome.Accepted.class);
    }

    @Test
    void what_expires_while_it_waits_for_a_place_is_not_sent() {
        var clock = new MovableClock();
        clock.standStillAt(NOW);
        silent = true;
        try (var patient = new HttpGateway(settings(Optional.of("the-key"), Duration.ofSeconds(30)), clock)) {
            CompletableFuture<SendOutcome> first = CompletableFuture.supplyAsync(
                    () -> patient.send(code(NOW.plusSeconds(180))), Thread::startVirtualThread);
            Awaitility.await().until(() -> requests.size() == 1);
            var waiting = new CompletableFuture<Thread>();
            CompletableFuture<SendOutcome> second = CompletableFuture.supplyAsync(
                    () -> {
                        waiting.complete(Thread.currentThread());
                        return patient.send(code(NOW.plusMillis(1)));
                    },
                    Thread::startVirtualThread);
            Awaitility.await().until(() -> waiting.join().getState() == Thread.State.TIMED_WAITING);
            clock.advance(Duration.ofMillis(1));
            silence.countDown();
            assertThat(first.join()).isInstanceOf(SendOutcome.Accepted.class);
            assertThat(second.join()).isEqualTo(new SendOutcome.TooLate());
            assertThat(requests).hasSize(1);
        }
    }

    @Test
    void without_a_key_the_service_does_not_start() {
        assertThatThrownBy(() -> new HttpGateway(settings(Optional.empty(), Duration.ZERO), Clock.systemUTC()))
                .hasMessage(
                        "The setting mobile-token.http-sms.api-key is missing, but messages are to be sent by HTTP.");
    }

    private SendOutcome send() {
        return send(NOW.plusSeconds(180));
    }

    private SendOutcome send(Instant until) {
        return gateway.send(code(until));
    }

    private static Sms code(Instant until) {
        return new Sms(MESSAGE, Traffic.OTP, "+85291234567", "流動保安編碼", until);
    }

    private void take(HttpExchange exchange) throws IOException {
        requests.add(new Request(
                exchange.getRequestHeaders().getFirst("Idempotency-Key"),
                exchange.getRequestHeaders().getFirst("Authorization"),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
        if (dropping) {
            exchange.close();
            return;
        }
        if (silent) {
            keepSilent();
        }
        byte[] body = answer.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private void keepSilent() throws IOException {
        try {
            silence.await();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private HttpSmsSettings settings(Optional<String> key, Duration placeWithin) {
        return new Settings(
                Optional.of(URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/sms")),
                key,
                placeWithin);
    }

    private record Settings(Optional<URI> url, Optional<String> apiKey, Duration placeWithin)
            implements HttpSmsSettings {
        @Override
        public String sender() {
            return "#MobToken";
        }

        @Override
        public Duration connectWithin() {
            return Duration.ofSeconds(2);
        }

        @Override
        public Duration answerWithin() {
            return Duration.ofSeconds(3);
        }

        @Override
        public int window() {
            return 1;
        }
    }
}
