package org.mobiletoken.http;

import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Every request has a correlation id: the caller's if it is a plain one, else a new one; its answer carries it. */
@ApplicationScoped
public class Correlation {
    public static final String HEADER = "X-Correlation-Id";

    static final String ID = "correlationId";

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final int BEFORE_ALL_OTHERS = 1_000;

    /** The correlation id of the request being served, {@code null} outside of one. */
    public static @Nullable String currentId() {
        if (!Arc.container().requestContext().isActive()) {
            return null;
        }
        RoutingContext request =
                Arc.container().instance(CurrentVertxRequest.class).get().getCurrent();
        return request == null ? null : request.get(ID);
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
        request.put(ID, id);
        request.next();
    }
}
