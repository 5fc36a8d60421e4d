package org.mobiletoken.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/** Every request has a correlation id: the caller's if it is a plain one, else a new one; answer and log carry it. */
@ApplicationScoped
public class Correlation {
    public static final String HEADER = "X-Correlation-Id";

    private static final String MDC_KEY = "correlationId";
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final int BEFORE_ALL_OTHERS = 1_000;

    /** The correlation id of the request being served, {@code null} outside of one. */
    public static @Nullable String currentId() {
        return MDC.get(MDC_KEY) instanceof String id ? id : null;
    }

    void register(@Observes Filters filters) {
        filters.register(this::correlate, BEFORE_ALL_OTHERS);
    }

    private void correlate(RoutingContext request) {
        String given = request.request().getHeader(HEADER);
        String id = given != null && PLAIN.matcher(given).matches()
                ? given
                : UUID.randomUUID().toString();
        request.response().putHeader(HEADER, id);
        MDC.put(MDC_KEY, id);
        request.next();
    }
}
