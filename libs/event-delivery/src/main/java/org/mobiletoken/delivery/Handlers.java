package org.mobiletoken.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Who handles the events of which consumer in this process. */
@ApplicationScoped
class Handlers {
    private final Map<String, EventHandler> byConsumer = new ConcurrentHashMap<>();

    void register(String consumer, EventHandler handler) {
        byConsumer.put(consumer, handler);
    }

    EventHandler of(String consumer) {
        EventHandler handler = byConsumer.get(consumer);
        if (handler == null) {
            throw new IllegalStateException("No handler is registered for consumer " + consumer);
        }
        return handler;
    }
}
