package org.mobiletoken.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** A consumer whose failures a test decides. */
@ApplicationScoped
class Parcels {
    static final String CONSUMER = "parcel-moves";

    private final Inbox inbox;
    private final List<Handled> handled = new CopyOnWriteArrayList<>();
    private final ConcurrentHashMap<String, EventHandler> failures = new ConcurrentHashMap<>();

    Parcels(Inbox inbox) {
        this.inbox = inbox;
    }

    void register(@Observes StartupEvent start) {
        inbox.register(CONSUMER, "parcel-events", this::handle);
    }

    record Handled(String key, String json, Optional<String> traceparent) {}

    @Incoming("parcel-events")
    @Blocking
    void on(ConsumerRecord<String, byte[]> record) {
        inbox.receive(CONSUMER, record, this::handle);
    }

    /** Runs instead of the handler's work for this payload, until {@link #recover}. */
    void whenHandling(String json, EventHandler instead) {
        failures.put(json, instead);
    }

    void recover(String json) {
        failures.remove(json);
    }

    List<String> handled(String key) {
        return handled.stream()
                .filter(each -> each.key().equals(key))
                .map(Handled::json)
                .toList();
    }

    List<Handled> handled() {
        return handled;
    }

    void handle(IncomingEvent event) throws Exception {
        String json = new String(event.json(), UTF_8);
        EventHandler failure = failures.get(json);
        if (failure != null) {
            failure.handle(event);
        }
        handled.add(new Handled(event.key(), json, Optional.ofNullable(Traces.current())));
    }
}
