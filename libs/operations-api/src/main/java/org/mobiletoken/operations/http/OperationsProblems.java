package org.mobiletoken.operations.http;

import java.util.List;
import org.mobiletoken.http.Problem;
import org.mobiletoken.http.ProblemException;
import org.mobiletoken.http.ProblemType;
import org.mobiletoken.http.ProblemTypes;
import org.mobiletoken.operations.Outcome;

/** The problems of the operations' endpoints; each has a {@code detail} that says what is wrong and what to do. */
final class OperationsProblems {
    static final ProblemType REFUSED = new ProblemType("operation-refused", "The operation is refused", 409);
    static final ProblemType UNSELECTABLE =
            new ProblemType("selection-refused", "Nothing can be replayed by this selection", 422);
    static final ProblemType BROKER_AWAY = new ProblemType("broker-away", "The broker does not answer", 503);

    static final List<ProblemType> ALL = List.of(REFUSED, UNSELECTABLE, BROKER_AWAY);

    private static final String DETAIL = "detail";

    private OperationsProblems() {}

    /** The result, or the problem that says why there is none. */
    static <T> T resultOf(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T>(T result) -> result;
            case Outcome.Refused<T>(String because) -> throw because(REFUSED, because);
            case Outcome.Unknown<T>(String because) -> throw because(ProblemTypes.NOT_FOUND, because);
        };
    }

    static ProblemException because(ProblemType type, String because) {
        return Problem.of(type).with(DETAIL, because).toException();
    }
}
