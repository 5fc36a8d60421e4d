package org.mobiletoken.operations;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.mobiletoken.delivery.EventHandler;
import org.mobiletoken.delivery.Inbox;
import org.mobiletoken.delivery.IncomingEvent;
import org.mobiletoken.delivery.UndecodableEvent;

/** Two consumers whose failures a test decides; only the first hears the topic by itself, the second is new. */
@ApplicationScoped
class Parcels {
    static final String CONSUMER = "parcel-moves";
    static final String NEW_CONSUMER = "parcel-audit";

    private final Inbox inbox;
    private final List<String> handled = new CopyOnWriteArrayList<>();
    private final List<String> audited = new CopyOnWriteArrayList<>();
    private final Set<String> failing = ConcurrentHashMap.newKeySet();
    private final Set<String> illegible = ConcurrentHashMap.newKeySet();

    Parcels(Inbox inbox) {
        this.inbox = inbox;
    }

    void register(@Observes StartupEvent start) {
        inbox.register(CONSUMER, "parcel-events", this::handle);
        EventHandler audit = event -> noted(event, audited);
        inbox.register(NEW_CONSUMER, "parcel-events", audit);
    }

    @Incoming("parcel-events")
    @Blocking
    void on(ConsumerRecord<String, byte[]> record) {
        inbox.receive(CONSUMER, record, this::handle);
    }

    /** Events with this payload fail, until {@link #recover}. */
    void fail(String json) {
        failing.add(json);
    }

    /** Events with this payload cannot be decoded, until {@link #recover}. */
    void scramble(String json) {
        illegible.add(json);
    }

    void recover(String json) {
        failing.remove(json);
        illegible.remove(json);
    }

    /** What was handled of a key, in order. */
    List<String> handled(String key) {
        return of(key, handled);
    }

    List<String> audited(String key) {
        return of(key, audited);
    }

    private static List<String> of(String key, List<String> all) {
        return all.stream().filter(each -> each.startsWith(key)).toList();
    }

    private void handle(IncomingEvent event) {
        noted(event, handled);
    }

    private void noted(IncomingEvent event, List<String> where) {
        String json = new String(event.json(), UTF_8);
        if (illegible.contains(json)) {
            throw new UndecodableEvent("no JSON");
        }
        if (failing.contains(json)) {
            throw new IllegalStateException("this one does not work yet");
        }
        where.add(json);
    }
}
