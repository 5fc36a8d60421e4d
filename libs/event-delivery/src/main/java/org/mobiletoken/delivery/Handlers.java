package org.mobiletoken.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Who handles the events of which consumer in this process, on which channel they arrive, and which of them take an event of any age. */
@ApplicationScoped
class Handlers {
    private final Map<String, EventHandler> byConsumer = new ConcurrentHashMap<>();
    private final Map<String, String> channels = new ConcurrentHashMap<>();
    private final Set<String> guardedByVersions = ConcurrentHashMap.newKeySet();
    private final DeliveryMetrics metrics;

    Handlers(DeliveryMetrics metrics) {
        this.metrics = metrics;
    }

    void register(String consumer, EventHandler handler) {
        if (byConsumer.put(consumer, handler) == null) {
            metrics.startCounting(consumer);
        }
    }

    void guardedByVersions(String consumer) {
        guardedByVersions.add(consumer);
    }

    boolean areGuardedByVersions(String consumer) {
        return guardedByVersions.contains(consumer);
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
