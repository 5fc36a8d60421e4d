package org.mobiletoken.enrolment;

import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

/** The unique indexes have the last word on a key, also where another customer's token holds the same one. */
final class KeyInUse {
    private KeyInUse() {}

    /** Whether a transaction failed because what it wrote is unique and there already. */
    static boolean causedThe(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConstraintViolationException violation
                    && violation.getKind() == ConstraintViolationException.ConstraintKind.UNIQUE) {
                return true;
            }
        }
        return false;
    }
}
