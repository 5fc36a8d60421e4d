package org.mobiletoken.bank;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** JSON over HTTP with somebody's access token; every POST carries a fresh idempotency key unless one is given. */
public final class Api {
    static final ObjectMapper JSON = new ObjectMapper();

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Supplier<@Nullable String> accessToken;

    public Api(Supplier<@Nullable String> accessToken) {
        this.accessToken = accessToken;
    }

    /** Calls what is open to everyone. */
    public static Api open() {
        return new Api(() -> null);
    }

    public Answer get(URI base, String path) {
        return call("GET", base, path, null, Map.of());
    }

    public Answer post(URI base, String path, Object body) {
        return call("POST", base, path, body, Map.of());
    }

    public Answer put(URI base, String path, Object body) {
        return call("PUT", base, path, body, Map.of());
    }

    public Answer delete(URI base, String path) {
        return call("DELETE", base, path, null, Map.of());
    }

    /** A body that is text goes out as it is; any other is written as JSON. */
    public Answer call(String method, URI base, String path, @Nullable Object body, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(PATIENCE)
                .header("Accept", "application/json, application/problem+json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(text(body)));
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        String token = accessToken.get();
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (method.equals("POST")) {
            request.setHeader("Idempotency-Key", UUID.randomUUID().toString());
        }
        headers.forEach(request::setHeader);
        return send(method + " " + path, request.build());
    }

    static Answer send(String name, HttpRequest request) {
        try {
            HttpResponse<String> response = CLIENT.send(request, BodyHandlers.ofString());
            return new Answer(name, response.statusCode(), parse(response.body()), response.headers());
        } catch (IOException e) {
            throw new UncheckedIOException(name + " got no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(name + " was interrupted", e);
        }
    }

    private static String text(Object body) {
        try {
            return body instanceof String text ? text : JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("This cannot be written as JSON", e);
        }
    }

    private static JsonNode parse(String body) {
        try {
            return body.isBlank() ? MissingNode.getInstance() : JSON.readTree(body);
        } catch (JsonProcessingException e) {
            return JSON.getNodeFactory().textNode(body);
        }
    }
}
