package org.mobiletoken.enrolment;

import org.mobiletoken.enrolment.rules.EnablingRefusal;
import org.mobiletoken.http.Problem;

/**
 * How a step of enabling ended; a refusal has committed what it changed.
 *
 * @param <T> what the step gives when it is done
 */
public sealed interface EnablingStep<T> {

    record Done<T>(T result) implements EnablingStep<T> {}

    record Refused<T>(EnablingRefusal refusal) implements EnablingStep<T> {}

    /** @param problem the refusal of another service, which the caller sees as it is */
    record RefusedElsewhere<T>(Problem problem) implements EnablingStep<T> {}

    static <T> EnablingStep<T> refused(EnablingRefusal refusal) {
        return new Refused<>(refusal);
    }
}
