package org.mobiletoken.bank;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpHeaders;
import java.util.stream.StreamSupport;

/** What came back over HTTP: status, JSON (a missing node when there was none) and headers. */
public record Answer(String request, int status, JsonNode body, HttpHeaders headers) {
    /** Itself when the status is the expected one, else an error that shows the whole answer. */
    public Answer expect(int expected) {
        if (status != expected) {
            throw new UnexpectedAnswer(request + " should have answered " + expected + " but answered " + this);
        }
        return this;
    }

    /** As {@link #expect(int)}, and the problem's type must end in this slug. */
    public Answer expectProblem(int expected, String slug) {
        if (status != expected || !problem().equals(slug)) {
            throw new UnexpectedAnswer(
                    request + " should have answered " + expected + " " + slug + " but answered " + this);
        }
        return this;
    }

    /** The field's text; an error that shows the whole answer when there is none. */
    public String text(String field) {
        JsonNode value = body.path(field);
        if (value.isMissingNode() || value.isNull()) {
            throw new UnexpectedAnswer(request + " should have answered with " + field + " but answered " + this);
        }
        return value.asText();
    }

    public int number(String field) {
        return Integer.parseInt(text(field));
    }

    public boolean has(String field) {
        return body.hasNonNull(field);
    }

    /** The slug of the problem's type, or nothing. */
    public String problem() {
        String type = body.path("type").asText();
        return type.substring(type.lastIndexOf(':') + 1);
    }

    public Iterable<JsonNode> list(String field) {
        return StreamSupport.stream(body.path(field).spliterator(), false).toList();
    }

    @Override
    public String toString() {
        return status + " " + body;
    }

    /** The platform answered otherwise than it should. */
    public static final class UnexpectedAnswer extends AssertionError {
        UnexpectedAnswer(String message) {
            super(message);
        }
    }
}
