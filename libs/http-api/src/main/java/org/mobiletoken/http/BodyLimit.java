package org.mobiletoken.http;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** A body larger than the limit is refused as a problem: at once where its length is announced, else as soon as it has grown too large. */
@ApplicationScoped
class BodyLimit {
    private static final int AFTER_CORRELATION = 900;
    private static final int BEFORE_OTHER_FAILURES = -1000;

    private final long bytes;
    private final BodyHandler unannounced;

    BodyLimit(@ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize limit) {
        bytes = limit.asLongValue();
        unannounced = BodyHandler.create(false).setBodyLimit(bytes);
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, AFTER_CORRELATION);
    }

    void register(@Observes Router router) {
        router.route().order(BEFORE_OTHER_FAILURES).failureHandler(BodyLimit::refuseGrownTooLarge);
    }

    private void check(RoutingContext request) {
        if (request.request().headers().contains(HttpHeaders.TRANSFER_ENCODING)) {
            unannounced.handle(request);
        } else if (announcedLength(request) <= bytes) {
            request.next();
        } else {
            refuse(request);
        }
    }

    private static void refuseGrownTooLarge(RoutingContext request) {
        if (request.statusCode() == ProblemTypes.TOO_LARGE.status()) {
            refuse(request);
        } else {
            request.next();
        }
    }

    private static void refuse(RoutingContext request) {
        HttpServerResponse response = request.response();
        if (request.request().version() != HttpVersion.HTTP_2) {
            response.putHeader(HttpHeaders.CONNECTION, "close"); // the rest of the body is not read
        }
        response.setStatusCode(ProblemTypes.TOO_LARGE.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .end(Problem.of(ProblemTypes.TOO_LARGE).toJson());
    }

    private static long announcedLength(RoutingContext request) {
        String length = request.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        try {
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException e) {
            return Long.MAX_VALUE;
        }
    }
}
