package org.mobiletoken.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Who handles the events of which consumer in this process, and on which channel they arrive. */
@ApplicationScoped
class Handlers {
    private final Map<String, EventHandler> byConsumer = new ConcurrentHashMap<>();
    private final Map<String, String> channels = new ConcurrentHashMap<>();

    void register(String consumer, EventHandler handler) {
        byConsumer.put(consumer, handler);
    }

    void register(String consumer, String channel, EventHandler handler) {
        channels.put(consumer, channel);
        register(consumer, handler);
    }

    EventHandler of(String consumer) {
        EventHandler handler = byConsumer.get(consumer);
        if (handler == null) {
            throw new IllegalStateException("No handler is registered for consumer " + consumer);
        }
        return handler;
    }

    /** The channel of each consumer, by the consumer's name. */
    Map<String, String> channels() {
        return new TreeMap<>(channels);
    }
}
