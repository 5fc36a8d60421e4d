package org.mobiletoken.delivery;

import java.sql.SQLException;

/** A statement on the delivery tables failed; the cause says how. */
public class DatabaseFailure extends RuntimeException {
    DatabaseFailure(SQLException cause) {
        super(cause);
    }
}
