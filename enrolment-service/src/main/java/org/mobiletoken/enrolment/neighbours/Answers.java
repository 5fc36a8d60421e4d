package org.mobiletoken.enrolment.neighbours;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.ws.rs.core.Response;

/** Reads a neighbour's JSON, a problem's too: more than was agreed is ignored, less means that it gave no usable answer. */
final class Answers {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private Answers() {}

    static <T> T read(Response response, Class<T> type) {
        T answer;
        try {
            answer = JSON.readValue(response.readEntity(String.class), type);
        } catch (JsonProcessingException | IllegalArgumentException unreadable) {
            throw Unavailable.now();
        }
        if (answer == null) {
            throw Unavailable.now();
        }
        return answer;
    }
}
