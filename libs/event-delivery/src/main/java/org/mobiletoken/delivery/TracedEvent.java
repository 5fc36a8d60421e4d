package org.mobiletoken.delivery;

import org.jspecify.annotations.Nullable;

/** An event to be published, and the trace of the request or event that caused it. */
public record TracedEvent(OutgoingEvent event, @Nullable String traceparent) {
    /** As part of the trace that is under way here. */
    public static TracedEvent here(OutgoingEvent event) {
        return new TracedEvent(event, Traces.current());
    }
}
