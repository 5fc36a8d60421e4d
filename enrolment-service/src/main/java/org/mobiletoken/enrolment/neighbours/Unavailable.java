package org.mobiletoken.enrolment.neighbours;

import java.time.Duration;
import org.mobiletoken.http.Problem;
import org.mobiletoken.http.ProblemException;
import org.mobiletoken.http.ProblemTypes;

/** A neighbour that gives no usable answer: the request is refused with 503 and nothing is decided. */
final class Unavailable {

    private static final Duration TRY_AGAIN = Duration.ofSeconds(1);

    private Unavailable() {}

    static ProblemException now() {
        return Problem.of(ProblemTypes.UNAVAILABLE).retryAfter(TRY_AGAIN).toException();
    }
}
