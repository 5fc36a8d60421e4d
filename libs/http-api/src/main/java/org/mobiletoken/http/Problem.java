package org.mobiletoken.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One problem as RFC 9457 has it: its type, members that only this type has, and when to try again. */
public record Problem(
        ProblemType type,
        Map<String, Object> members,
        @Nullable Duration retryAfter) {
    public static final String MEDIA_TYPE = "application/problem+json";

    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

    public static Problem of(ProblemType type) {
        return new Problem(type, Map.of(), null);
    }

    /** The same problem with a further member; a value of {@code null} adds none. */
    public Problem with(String member, @Nullable Object value) {
        if (value == null) {
            return this;
        }
        Map<String, Object> more = new LinkedHashMap<>(members);
        more.put(member, value);
        return new Problem(type, more, retryAfter);
    }

    /** The same problem with a {@code Retry-After} header, in whole seconds rounded up and never negative. */
    public Problem retryAfter(Duration wait) {
        return new Problem(type, members, wait);
    }

    public ProblemException toException() {
        return new ProblemException(this);
    }

    public Response toResponse() {
        Response.ResponseBuilder response =
                Response.status(type.status()).type(MEDIA_TYPE).entity(toJson());
        if (retryAfter != null) {
            response.header(HttpHeaders.RETRY_AFTER, secondsOf(retryAfter));
        }
        return response.build();
    }

    String toJson() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", type.uri());
        body.put("title", type.title());
        body.put("status", type.status());
        body.putAll(members);
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("A problem's members must be plain values", e);
        }
    }

    private static long secondsOf(Duration wait) {
        return Math.max(0, wait.plusMillis(999).toSeconds());
    }
}
