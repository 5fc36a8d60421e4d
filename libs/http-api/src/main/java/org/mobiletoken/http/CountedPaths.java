package org.mobiletoken.http;

import io.quarkus.micrometer.runtime.binder.vertx.HttpRequestMetric;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.impl.HttpServerRequestInternal;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.HashSet;
import java.util.Set;

/**
 * A request is counted under the template of its address, also where it is refused before it reaches its resource: an address itself
 * may name a customer, and there is no end of them.
 */
@ApplicationScoped
class CountedPaths {
    /** What Quarkus itself answers there, health and metrics, is not counted. */
    private static final String MANAGEMENT = "/q/";

    private static final int AFTER_CORRELATION = 900;

    private final PathTemplates templates;

    CountedPaths(BeanManager beans) {
        Set<String> found = new HashSet<>();
        for (var bean : beans.getBeans(Object.class, Any.Literal.INSTANCE)) {
            collect(bean.getBeanClass(), found);
        }
        this.templates = new PathTemplates(found);
    }

    void register(@Observes Filters filters) {
        filters.register(this::name, AFTER_CORRELATION);
    }

    private void name(RoutingContext request) {
        if (!request.normalizedPath().startsWith(MANAGEMENT)
                && request.request() instanceof HttpServerRequestInternal internal
                && internal.metric() instanceof HttpRequestMetric counted) {
            counted.setTemplatePath(templates.of(request.normalizedPath()));
        }
        request.next();
    }

    private static void collect(Class<?> type, Set<String> templates) {
        Path root = type.getAnnotation(Path.class);
        if (root == null || type.isInterface()) {
            return;
        }
        templates.add(root.value());
        for (Method method : type.getDeclaredMethods()) {
            Path path = method.getAnnotation(Path.class);
            if (path != null) {
                templates.add(root.value() + "/" + path.value());
            }
        }
    }
}
