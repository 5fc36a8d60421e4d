package org.mobiletoken.enrolment.postgres;

import java.sql.SQLException;

/** A statement failed, which no rule foresees. */
final class DatabaseFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    DatabaseFailure(SQLException cause) {
        super(cause);
    }
}
