package org.mobiletoken.sync;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Enrolment-service, the directory and the token endpoint over real HTTP.
 *
 * <p>They keep nothing: the proof says what its verification shall come to, and the target proof is the approval's id.
 */
public final class FakeNeighbours implements QuarkusTestResourceLifecycleManager {
    static final String TERMS_VERSION = "2026-02";

    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);
    private static final String TOKEN = "token-of-sync-service";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ConcurrentMap<String, CountDownLatch> held = new ConcurrentHashMap<>();
    private HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/token", exchange -> reply(exchange, 200, """
                {"access_token":"%s","token_type":"Bearer","expires_in":3600}""".formatted(TOKEN)));
        server.createContext("/directory/customers/", exchange -> guarded(exchange, """
                {"mobileNumber":"+85200000000","mobileNumberChangedAt":"2020-01-01T00:00:00Z",\
                "email":"nobody@example.com","language":"zh-HK"}"""));
        server.createContext(
                "/directory/terms/investment/zh-HK", exchange -> guarded(exchange, """
                {"version":"%s","contentHash":"sha256:abc"}""".formatted(TERMS_VERSION)));
        server.createContext("/directory/terms/wealth/zh-HK", exchange -> guarded(exchange, """
                {"version":"1","contentHash":"sha256:def"}"""));
        server.createContext("/v1/verifications", this::verify);
        server.createContext("/release/", this::release);
        server.start();
        String url = "http://127.0.0.1:" + server.getAddress().getPort();
        return Map.of(
                "mobile-token.urls.enrolment",
                url,
                "mobile-token.urls.directory",
                url,
                "quarkus.oidc-client.discovery-enabled",
                "false",
                "quarkus.oidc-client.token-path",
                url + "/token");
    }

    @Override
    public void stop() {
        server.stop(0);
    }

    private void release(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        latch(path.substring(path.lastIndexOf('/') + 1)).countDown();
        reply(exchange, 200, "{}");
    }

    private CountDownLatch latch(String approvalId) {
        return held.computeIfAbsent(approvalId, _ -> new CountDownLatch(1));
    }

    private void verify(HttpExchange exchange) throws IOException {
        if (!isFromSyncService(exchange)) {
            reply(exchange, 401, "{}");
            return;
        }
        JsonNode request = JSON.readTree(exchange.getRequestBody().readAllBytes());
        String approvalId = request.path("targetProof").asText();
        switch (request.path("proof").asText()) {
            case "good" -> approve(exchange, request, approvalId, TEN_MINUTES);
            case "good-for-a-day" -> approve(exchange, request, approvalId, Duration.ofDays(1));
            case "held" -> {
                await(latch(approvalId));
                approve(exchange, request, approvalId, TEN_MINUTES);
            }
            case "wrong-passcode" -> problem(exchange, 422, "wrong-passcode", "\"attemptsLeft\":3");
            case "frozen" -> {
                exchange.getResponseHeaders().add("Retry-After", "86400");
                problem(exchange, 423, "frozen", "\"kind\":\"TEMPORARY\"");
            }
            case "used" -> problem(exchange, 409, "challenge-used", "\"status\":409");
            case "not-allowed" -> problem(exchange, 403, "forbidden", "\"status\":403");
            case "no-problem" -> reply(exchange, 422, "<html>not for the customer</html>");
            case "dropped" -> exchange.close();
            default -> problem(exchange, 503, "unavailable", "\"status\":503");
        }
    }

    private static void approve(HttpExchange exchange, JsonNode request, String approvalId, Duration validFor)
            throws IOException {
        Instant expiresAt = Instant.ofEpochMilli(System.currentTimeMillis()).plus(validFor);
        reply(exchange, 200, """
                {"approvalId":"%s","sourceApp":"%s","sourceTokenId":"%s","expiresAt":"%s","addedLater":true}""".formatted(approvalId, request.path("sourceApp").asText(), approvalId, expiresAt));
    }

    private static void problem(HttpExchange exchange, int status, String slug, String member) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", "application/problem+json");
        reply(exchange, status, """
                {"type":"urn:mobile-token:problem:%s","title":"As told",%s}""".formatted(slug, member));
    }

    private static void guarded(HttpExchange exchange, String body) throws IOException {
        if (isFromSyncService(exchange)) {
            reply(exchange, 200, body);
        } else {
            reply(exchange, 401, "{}");
        }
    }

    private static boolean isFromSyncService(HttpExchange exchange) {
        return ("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"));
    }

    private static void reply(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getRequestBody().readAllBytes();
        exchange.getResponseHeaders().putIfAbsent("Content-Type", List.of("application/json"));
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
