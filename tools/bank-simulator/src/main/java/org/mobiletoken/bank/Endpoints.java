package org.mobiletoken.bank;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;

/** Where a running platform and its surroundings are; no address ends with a slash. */
public record Endpoints(URI enrolment, URI sync, URI lockout, URI notification, URI bank, URI realm, String kafka) {

    /** Reads the file that the local stack writes once everything is up. */
    public static Endpoints read(Path file) {
        try {
            JsonNode json = Api.JSON.readTree(file.toFile());
            return new Endpoints(
                    address(json, "enrolment"),
                    address(json, "sync"),
                    address(json, "lockout"),
                    address(json, "notification"),
                    address(json, "bank"),
                    address(json, "realm"),
                    json.required("kafka").asText());
        } catch (IOException e) {
            throw new UncheckedIOException("The platform's addresses cannot be read from " + file, e);
        }
    }

    private static URI address(JsonNode json, String name) {
        return URI.create(json.required(name).asText());
    }
}
