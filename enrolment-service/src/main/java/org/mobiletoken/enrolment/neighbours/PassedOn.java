package org.mobiletoken.enrolment.neighbours;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mobiletoken.http.Problem;
import org.mobiletoken.http.ProblemType;

/** A neighbour's refusal as the caller gets to see it: the same type, the same members. */
final class PassedOn {

    private static final Set<String> STANDARD = Set.of("type", "title", "status", "detail", "instance");
    private static final String URN = "urn:mobile-token:problem:";

    private PassedOn() {}

    static Problem problemOf(Response response) {
        Map<?, ?> body = Answers.read(response, Map.class);
        String type = String.valueOf(body.get("type"));
        if (!type.startsWith(URN)) {
            throw Unavailable.now();
        }
        Problem problem = Problem.of(
                new ProblemType(type.substring(URN.length()), String.valueOf(body.get("title")), response.getStatus()));
        for (Map.Entry<?, ?> member : body.entrySet()) {
            String name = String.valueOf(member.getKey());
            if (!STANDARD.contains(name)) {
                problem = problem.with(name, member.getValue());
            }
        }
        Duration wait = retryAfter(response);
        return wait == null ? problem : problem.retryAfter(wait);
    }

    static @Nullable Duration retryAfter(Response response) {
        String seconds = response.getHeaderString(HttpHeaders.RETRY_AFTER);
        return seconds == null ? null : Duration.ofSeconds(Long.parseLong(seconds));
    }
}
