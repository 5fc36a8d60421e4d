package org.mobiletoken.enrolment.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.runtime.Startup;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Lockout-service, notification-service, the customer directory and the token endpoint, over HTTP and in memory. */
@Startup
@Singleton
public class FakeNeighbours {

    /** Every customer's HKID. */
    public static final String HKID = "A1234563";

    /** Every code that goes out. */
    public static final String CODE = "482913";

    private static final int WRONG_CODES_ALLOWED = 5;

    private final HttpServer server;
    private final ObjectMapper json;
    private final Clock clock;
    private final FakeLockout lockout;
    private final Map<String, UUID> newestCode = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> wrongCodes = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> codesSent = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> hkidChecks = new ConcurrentHashMap<>();
    private final Set<String> down = ConcurrentHashMap.newKeySet();

    FakeNeighbours(
            @ConfigProperty(name = "fake-neighbours.port") int port,
            ObjectMapper json,
            FakeLockout lockout,
            Clock clock)
            throws IOException {
        this.json = json;
        this.lockout = lockout;
        this.clock = clock;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    @PreDestroy
    void stop() {
        server.stop(0);
    }

    public void freeze(String customerId, Instant until) {
        lockout.freeze(customerId, until);
    }

    public void unfreeze(String customerId) {
        lockout.unfreeze(customerId);
    }

    /** Lets one of lockout, notification and directory answer with 500 until it is {@link #repair repaired}. */
    public void breakDown(String neighbour) {
        down.add(neighbour);
    }

    public void repair(String neighbour) {
        down.remove(neighbour);
    }

    public int codesSentTo(String customerId) {
        return count(codesSent, customerId);
    }

    public int hkidChecksOf(String customerId) {
        return count(hkidChecks, customerId);
    }

    public int attemptsReservedFor(String customerId) {
        return lockout.reservedFor(customerId);
    }

    private static int count(Map<String, AtomicInteger> counts, String customerId) {
        return counts.computeIfAbsent(customerId, _ -> new AtomicInteger()).get();
    }

    private static int increment(Map<String, AtomicInteger> counts, String customerId) {
        return counts.computeIfAbsent(customerId, _ -> new AtomicInteger()).incrementAndGet();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String[] path = exchange.getRequestURI().getPath().substring(1).split("/");
            byte[] body = exchange.getRequestBody().readAllBytes();
            if ("lockout".equals(neighbour(path)) && !lockout.isReachable()) {
                return;
            }
            Answer answer = answer(
                    exchange.getRequestMethod(),
                    path,
                    "token".equals(path[0]) || body.length == 0 ? json.createObjectNode() : json.readTree(body));
            byte[] bytes = json.writeValueAsBytes(answer.body());
            exchange.getResponseHeaders()
                    .add("Content-Type", answer.status() < 400 ? "application/json" : "application/problem+json");
            exchange.sendResponseHeaders(answer.status(), bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private static String neighbour(String[] path) {
        return switch (path[0]) {
            case "directory" -> "directory";
            case "token" -> "token";
            default -> "otps".equals(path[1]) ? "notification" : "lockout";
        };
    }

    record Answer(int status, Map<String, Object> body) {}

    private Answer answer(String method, String[] path, JsonNode body) {
        String neighbour = neighbour(path);
        if (down.contains(neighbour)) {
            return new Answer(500, Map.of());
        }
        return switch (neighbour) {
            case "token" -> new Answer(200, Map.of("access_token", "own", "token_type", "Bearer", "expires_in", 3600));
            case "directory" -> checkHkid(path[2], body);
            case "notification" -> path.length == 2 ? sendCode(body) : checkCode(path[2], body);
            default ->
                switch (method) {
                    case "GET" -> lockout.freezeOf(path[2]);
                    case "POST" ->
                        path[1].equals("freeze-checks")
                                ? lockout.freezesOf(body.get("customerIds"))
                                : lockout.reserve(
                                        UUID.fromString(body.get("attemptId").asText()),
                                        body.get("customerId").asText());
                    default ->
                        lockout.settle(
                                UUID.fromString(path[2]),
                                body.get("customerId").asText(),
                                body.get("outcome").asText());
                };
        };
    }

    private Answer checkHkid(String customerId, JsonNode body) {
        increment(hkidChecks, customerId);
        boolean match = true;
        for (int i = 0; i < body.get("positions").size(); i++) {
            char expected = HKID.charAt(body.get("positions").get(i).asInt() - 1);
            match &= String.valueOf(expected)
                    .equals(body.get("characters").get(i).asText());
        }
        return new Answer(200, Map.of("match", match));
    }

    private Answer sendCode(JsonNode body) {
        String customerId = body.get("customerId").asText();
        increment(codesSent, customerId);
        UUID otp = UUID.randomUUID();
        newestCode.put(customerId, otp);
        Instant now = clock.instant();
        return new Answer(
                201,
                Map.of(
                        "otpId", otp.toString(),
                        "maskedNumber", "+852 •••• 4567",
                        "expiresAt", now.plus(Duration.ofMinutes(3)).toString(),
                        "resendAt", now.plus(Duration.ofMinutes(1)).toString(),
                        "triesLeft", WRONG_CODES_ALLOWED));
    }

    private Answer checkCode(String otp, JsonNode body) {
        String customerId = body.get("customerId").asText();
        if (!UUID.fromString(otp).equals(newestCode.get(customerId)) || count(wrongCodes, otp) >= WRONG_CODES_ALLOWED) {
            return problem("otp-ended", 409, Map.of());
        }
        if (CODE.equals(body.get("code").asText())) {
            newestCode.remove(customerId);
            return new Answer(200, Map.of("verified", true));
        }
        return problem("wrong-code", 422, Map.of("triesLeft", WRONG_CODES_ALLOWED - increment(wrongCodes, otp)));
    }

    static Answer problem(String slug, int status, Map<String, Object> members) {
        Map<String, Object> body = new HashMap<>(members);
        body.put("type", "urn:mobile-token:problem:" + slug);
        body.put("title", slug);
        body.put("status", status);
        return new Answer(status, body);
    }
}
