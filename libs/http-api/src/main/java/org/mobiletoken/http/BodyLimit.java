package org.mobiletoken.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Semaphore;

/**
 * A body larger than the limit of its path is refused as a problem: at once where its length is announced, else as soon as it has
 * grown too large. What is announced is read only by the endpoint, after the caller is known; what is not is collected before, so it
 * may never be larger than the usual limit.
 */
@ApplicationScoped
class BodyLimit {
    private static final int AFTER_CORRELATION = 900;
    private static final int BEFORE_OTHER_FAILURES = -1000;

    private final long usual;
    private final Map<String, Long> larger = new HashMap<>();
    private final Semaphore places;
    private final BodyHandler unannounced;

    BodyLimit(BodySettings settings) {
        usual = settings.limit().asLongValue();
        settings.larger().forEach((path, limit) -> larger.put(path, limit.asLongValue()));
        places = new Semaphore(settings.largerAtOnce());
        unannounced = BodyHandler.create(false).setBodyLimit(usual);
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, AFTER_CORRELATION);
    }

    void register(@Observes Router router) {
        router.route().order(BEFORE_OTHER_FAILURES).failureHandler(BodyLimit::refuseGrownTooLarge);
    }

    private void check(RoutingContext request) {
        if (request.request().headers().contains(HttpHeaders.TRANSFER_ENCODING)) {
            if (isForm(request)) {
                request.next(); // would be read and lost here; it is counted where it is read
            } else {
                unannounced.handle(request);
            }
            return;
        }
        long length = announcedLength(request);
        if (length <= usual) {
            request.next();
        } else if (length <= larger.getOrDefault(request.normalizedPath(), usual)) {
            admit(request);
        } else {
            refuse(request, Problem.of(ProblemTypes.TOO_LARGE));
        }
    }

    private void admit(RoutingContext request) {
        if (places.tryAcquire()) {
            request.addEndHandler(_ -> places.release());
            request.next();
        } else {
            request.response().putHeader(HttpHeaders.RETRY_AFTER, Long.toString(Outage.RETRY_AFTER.toSeconds()));
            refuse(request, Problem.of(ProblemTypes.UNAVAILABLE));
        }
    }

    private static void refuseGrownTooLarge(RoutingContext request) {
        if (request.statusCode() == ProblemTypes.TOO_LARGE.status()) {
            refuse(request, Problem.of(ProblemTypes.TOO_LARGE));
        } else {
            request.next();
        }
    }

    private static void refuse(RoutingContext request, Problem problem) {
        HttpServerResponse response = request.response();
        if (request.request().version() != HttpVersion.HTTP_2) {
            response.putHeader(HttpHeaders.CONNECTION, "close"); // the rest of the body is not read
        }
        response.setStatusCode(problem.type().status())
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .end(problem.toJson());
    }

    private static boolean isForm(RoutingContext request) {
        String type = request.request().getHeader(HttpHeaders.CONTENT_TYPE);
        return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/");
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
