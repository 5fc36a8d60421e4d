package org.mobiletoken.tokenctl;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Exchanges JSON, and turns silence into a failure that names who is silent. */
final class Http {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** A status and a body. */
    record Answer(int status, JsonNode body) {}

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    Answer exchange(HttpRequest request) {
        try {
            HttpResponse<byte[]> response = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            JsonNode body = response.body().length == 0 ? JSON.createObjectNode() : JSON.readTree(response.body());
            return new Answer(response.statusCode(), body);
        } catch (JsonProcessingException e) {
            throw new Failure(
                    ExitStatus.UNREACHABLE, origin(request) + " does not answer with JSON. Is this the right address?");
        } catch (IOException e) {
            throw new Failure(
                    ExitStatus.UNREACHABLE,
                    origin(request)
                            + " does not answer. Check the address and that it runs; nothing more has been done.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure(ExitStatus.INTERNAL, "Interrupted.");
        }
    }

    private static String origin(HttpRequest request) {
        URI uri = request.uri();
        return uri.getScheme() + "://" + uri.getAuthority();
    }
}
