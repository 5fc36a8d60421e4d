package org.mobiletoken.http;

import java.net.ConnectException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Tells an outage of what this service needs (worth trying again) from a mistake of its own. */
final class Outage {
    static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private Outage() {}

    static boolean isBehind(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConnectException || cause instanceof SQLException sql && isConnectionLoss(sql)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isConnectionLoss(SQLException e) {
        String state = e.getSQLState();
        if (state == null) {
            String message = e.getMessage();
            return e instanceof SQLTransientConnectionException
                    || message != null && message.toLowerCase(Locale.ROOT).contains("acquisition timeout");
        }
        // 08: connection exceptions; 57P01 to 57P03: the server stops, has crashed or is not up yet; 53300: full.
        return state.startsWith("08") || state.startsWith("57P0") || state.equals("53300");
    }
}
