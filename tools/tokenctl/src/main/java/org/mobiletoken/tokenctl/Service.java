package org.mobiletoken.tokenctl;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

/** The operations' endpoints of one service. */
final class Service {
    /** A plan reads its whole range twice. */
    private static final Duration ANSWERS_WITHIN = Duration.ofMinutes(10);

    private final String name;
    private final URI operations;
    private final Http http;
    private final AccessTokens tokens;

    Service(String name, URI address, Http http, AccessTokens tokens) {
        this.name = name;
        this.operations = URI.create(address + "/v1/operations/");
        this.http = http;
        this.tokens = tokens;
    }

    String name() {
        return name;
    }

    JsonNode get(String path) {
        return result(http.exchange(request(path).GET().build()));
    }

    /** Acts once, even if the network makes the request arrive twice. */
    JsonNode post(String path, Map<String, ?> body) {
        return result(http.exchange(request(path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(HttpRequest.BodyPublishers.ofString(Output.json(body)))
                .build()));
    }

    static String segment(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(operations.resolve(path))
                .timeout(ANSWERS_WITHIN)
                .header("Authorization", "Bearer " + tokens.current());
    }

    private JsonNode result(Http.Answer answer) {
        int status = answer.status();
        if (status < 300) {
            return answer.body().isMissingNode() ? JsonNodeFactory.instance.objectNode() : answer.body();
        }
        throw switch (status) {
            case 401, 403 ->
                new Failure(
                        ExitStatus.NOT_ALLOWED,
                        name + " refuses this client. It needs the role operations in the realm of the platform.");
            case 404 -> new Failure(ExitStatus.NOT_FOUND, sentence(answer));
            case 400 ->
                new Failure(
                        ExitStatus.REFUSED,
                        name + " does not understand " + fields(answer) + ". Check what you typed.");
            case 409, 422 -> new Failure(ExitStatus.REFUSED, sentence(answer));
            default -> new Failure(ExitStatus.UNREACHABLE, name + ": " + sentence(answer));
        };
    }

    private static String fields(Http.Answer answer) {
        JsonNode fields = answer.body().path("fields");
        return fields.isArray() && !fields.isEmpty() ? "the " + fields.get(0).asText() : "the request";
    }

    private static String sentence(Http.Answer answer) {
        JsonNode body = answer.body();
        String title = body.path("title").asText("It answered " + answer.status());
        return body.path("detail").asText(title + ".");
    }
}
