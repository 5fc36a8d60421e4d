package org.mobiletoken.notification.postgres;

import java.sql.SQLException;

/** The database could not do what was asked; its cause says whether it is away. */
class DatabaseFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final SQLException cause;

    DatabaseFailure(SQLException cause) {
        super(cause);
        this.cause = cause;
    }

    SQLException why() {
        return cause;
    }
}
