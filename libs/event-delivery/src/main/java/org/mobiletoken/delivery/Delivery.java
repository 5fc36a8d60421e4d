package org.mobiletoken.delivery;

import org.jspecify.annotations.Nullable;

/** One event on its way to one consumer. */
record Delivery(
        String consumer, IncomingEvent event, @Nullable String traceparent) {

    /** For the log: no key, no payload. */
    @Override
    public String toString() {
        return "Event " + event.id() + " (" + event.type() + ") for " + consumer;
    }
}
