package org.mobiletoken.http;

import io.quarkus.logging.LoggingFilter;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import org.jboss.logmanager.ExtLogRecord;
import org.jspecify.annotations.Nullable;

/**
 * What production logs say beyond the message is allowed here by name: of a request its correlation and its trace, of a failure its
 * class and place. What an exception says may quote what a customer sent or what was being stored, so it is left out once the service
 * serves; before that there is nothing of a customer, and the reason why it does not start is told.
 */
@LoggingFilter(name = "allowed-in-logs")
public final class AllowedInLogs implements Filter {
    static final Set<String> OF_THE_REQUEST = Set.of(Correlation.ID, "traceId", "spanId");

    private static volatile boolean serving;

    @Override
    public boolean isLoggable(LogRecord record) {
        if (record instanceof ExtLogRecord extended) {
            extended.setMdc(allowed(extended.getMdcCopy()));
            extended.setNdc("");
        }
        @Nullable Throwable thrown = record.getThrown();
        if (serving && thrown != null) {
            record.setThrown(SilentFailure.of(thrown));
        }
        return true;
    }

    private static Map<String, String> allowed(Map<String, String> all) {
        Map<String, String> allowed = new HashMap<>(all);
        allowed.keySet().retainAll(OF_THE_REQUEST);
        return allowed;
    }

    static void serving(boolean now) {
        serving = now;
    }

    /** Notices when the service has started. */
    @ApplicationScoped
    static class Started {
        private static final int AFTER_ALL_OTHERS = Integer.MAX_VALUE;

        void notice(@Observes @Priority(AFTER_ALL_OTHERS) StartupEvent event) {
            serving(true);
        }
    }
}
