package org.mobiletoken.delivery;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One trace runs from the request that caused an event to everything the event causes. */
public final class Traces {
    static final String HEADER = "traceparent";
    private static final W3CTraceContextPropagator W3C = W3CTraceContextPropagator.getInstance();

    private Traces() {}

    /** The current trace in the form of W3C's {@code traceparent}, to be kept with what continues it later; null outside of one. */
    public static @Nullable String current() {
        Map<String, String> carrier = new HashMap<>();
        W3C.inject(Context.current(), carrier, (map, name, value) -> {
            if (map != null) {
                map.put(name, value);
            }
        });
        return carrier.get(HEADER);
    }

    /** Continues the sender's trace, unless the consumer's own instrumentation already does. */
    public static Context continued(@Nullable String traceparent) {
        Context here = Context.current();
        if (traceparent == null || Span.fromContext(here).getSpanContext().isValid()) {
            return here;
        }
        return W3C.extract(here, traceparent, Carrier.INSTANCE);
    }

    private enum Carrier implements TextMapGetter<String> {
        INSTANCE;

        @Override
        public Iterable<String> keys(String traceparent) {
            return List.of(HEADER);
        }

        @Override
        public @Nullable String get(@Nullable String traceparent, String name) {
            return HEADER.equals(name) ? traceparent : null;
        }
    }
}
