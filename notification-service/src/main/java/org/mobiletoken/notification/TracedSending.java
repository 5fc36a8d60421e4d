package org.mobiletoken.notification;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Supplier;
import org.mobiletoken.delivery.Traces;

/** Sending a notice belongs to the trace of what it tells, though it happens later and elsewhere. */
@ApplicationScoped
class TracedSending {
    private final Tracer tracer;

    TracedSending(Tracer tracer) {
        this.tracer = tracer;
    }

    SendOutcome of(Message notice, Supplier<SendOutcome> sending) {
        Span span = tracer.spanBuilder("send notice")
                .setParent(Traces.continued(notice.traceparent()))
                .setSpanKind(SpanKind.PRODUCER)
                .setAttribute("notice.template", notice.template())
                .setAttribute(
                        "notice.app",
                        Objects.requireNonNullElse(notice.details().app(), "none"))
                .setAttribute("notice.channel", notice.channel().name().toLowerCase(Locale.ROOT))
                .startSpan();
        try (Scope _ = span.makeCurrent()) {
            SendOutcome outcome = sending.get();
            span.setAttribute("notice.outcome", outcome.getClass().getSimpleName());
            return outcome;
        } finally {
            span.end();
        }
    }
}
