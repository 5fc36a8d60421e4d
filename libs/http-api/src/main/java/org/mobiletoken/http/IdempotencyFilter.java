package org.mobiletoken.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mobiletoken.http.IdempotencyKeys.Answer;
import org.mobiletoken.http.IdempotencyKeys.Claim;
import org.mobiletoken.http.IdempotencyKeys.Scope;

/** Claims the key before the endpoint runs and keeps its answer afterwards. */
@Provider
@Idempotent
class IdempotencyFilter implements ContainerRequestFilter, ContainerResponseFilter {
    private record Claimed(Scope scope, UUID id) {}

    private static final String HEADER = "Idempotency-Key";
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,128}");
    private static final String JSON_TYPE =
            MediaType.APPLICATION_JSON_TYPE.withCharset("UTF-8").toString();
    private static final String CLAIMED = Claimed.class.getName();

    private final IdempotencyKeys keys;
    private final BodyMac mac;
    private final Callers callers;
    private final ObjectMapper json;

    @Context
    @SuppressWarnings("NullAway.Init") // set by the container
    ResourceInfo resource;

    IdempotencyFilter(IdempotencyKeys keys, BodyMac mac, Callers callers, ObjectMapper json) {
        this.keys = keys;
        this.mac = mac;
        this.callers = callers;
        this.json = json;
    }

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        String key = request.getHeaderString(HEADER);
        if (key == null) {
            return;
        }
        if (!KEY.matcher(key).matches()) {
            throw Problem.of(ProblemTypes.MALFORMED).with("header", HEADER).toException();
        }
        byte[] body = request.getEntityStream().readAllBytes();
        request.setEntityStream(new ByteArrayInputStream(body));
        String endpoint = request.getMethod() + " " + request.getUriInfo().getPath();
        Caller caller = callers.current();
        Scope scope = new Scope(customerOf(caller, body), caller.clientId(), endpoint, key);
        switch (claim(scope, mac.of(withoutBoundary(request.getMediaType(), body)))) {
            case Claim.Mine(UUID id) -> request.setProperty(CLAIMED, new Claimed(scope, id));
            case Claim.Answered(Answer answer) -> request.abortWith(responseOf(answer));
            case Claim.OtherBody() ->
                request.abortWith(
                        Problem.of(ProblemTypes.IDEMPOTENCY_KEY_REUSED).toResponse());
            case Claim.InProgress() ->
                request.abortWith(Problem.of(ProblemTypes.IN_PROGRESS)
                        .retryAfter(Duration.ofSeconds(1))
                        .toResponse());
        }
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (!(request.getProperty(CLAIMED) instanceof Claimed claimed)) {
            return;
        }
        try {
            if (isKept(response.getStatus())) {
                keys.answer(claimed.scope(), claimed.id(), answerOf(response));
            } else {
                keys.release(claimed.scope(), claimed.id());
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The answer to an idempotent request could not be kept", e);
        }
    }

    private Claim claim(Scope scope, byte[] bodyMac) {
        try {
            return keys.claim(scope, bodyMac);
        } catch (SQLException e) {
            throw new IllegalStateException("An idempotency key could not be claimed", e);
        }
    }

    private String customerOf(Caller caller, byte[] body) {
        if (caller instanceof Caller.CustomerSession session) {
            return session.customerId();
        }
        Idempotent annotation = resource.getResourceMethod().getAnnotation(Idempotent.class);
        return annotation == null ? "" : memberOf(body, annotation.scopedBy());
    }

    private String memberOf(byte[] body, String member) {
        try {
            JsonNode tree = json.readTree(body);
            return tree == null ? "" : tree.path(member).asText("");
        } catch (IOException malformed) {
            return ""; // the endpoint itself will say so
        }
    }

    /** A client draws the boundary of the parts anew whenever it repeats a request. */
    private static byte[] withoutBoundary(@Nullable MediaType type, byte[] body) {
        String boundary = type == null || !type.getType().equals("multipart")
                ? null
                : type.getParameters().get("boundary");
        return boundary == null
                ? body
                : new String(body, StandardCharsets.ISO_8859_1)
                        .replace("--" + boundary, "--")
                        .getBytes(StandardCharsets.ISO_8859_1);
    }

    private static boolean isKept(int status) {
        return status < 500 && status != 429;
    }

    private Answer answerOf(ContainerResponseContext response) {
        return new Answer(response.getStatus(), typeOf(response), textOf(response.getEntity()));
    }

    private static @Nullable String typeOf(ContainerResponseContext response) {
        if (response.getMediaType() != null) {
            return response.getMediaType().toString();
        }
        // not negotiated yet: what is no text will be written as JSON
        return response.getEntity() instanceof String ? null : JSON_TYPE;
    }

    private @Nullable String textOf(@Nullable Object entity) {
        try {
            return entity == null || entity instanceof String ? (String) entity : json.writeValueAsString(entity);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An answer must be JSON or text to be kept", e);
        }
    }

    private static Response responseOf(Answer answer) {
        Response.ResponseBuilder response = Response.status(answer.status());
        if (answer.body() != null) {
            response.entity(answer.body());
        }
        return response.type(answer.contentType()).build();
    }
}
