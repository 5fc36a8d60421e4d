package org.mobiletoken.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkus.runtime.Startup;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** A projection on a topic of its own, so that halting it holds nobody else up. */
@Startup
@ApplicationScoped
class Letters {
    static final String CONSUMER = "letters";
    static final String TOPIC = "letters.v1";

    private final Inbox inbox;
    private final List<String> handled = new CopyOnWriteArrayList<>();

    Letters(Inbox inbox) {
        this.inbox = inbox;
        inbox.register(CONSUMER, "letter-events", this::handle);
        inbox.guardedByVersions(CONSUMER);
    }

    @Incoming("letter-events")
    @Blocking
    void on(ConsumerRecord<String, byte[]> record) {
        inbox.receive(CONSUMER, record, this::handle);
    }

    List<String> handled() {
        return handled;
    }

    private void handle(IncomingEvent event) {
        handled.add(new String(event.json(), UTF_8));
    }
}
