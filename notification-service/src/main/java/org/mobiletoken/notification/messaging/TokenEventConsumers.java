package org.mobiletoken.notification.messaging;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.mobiletoken.delivery.Inbox;
import org.mobiletoken.delivery.IncomingEvent;
import org.mobiletoken.delivery.UndecodableEvent;
import org.mobiletoken.events.Event;
import org.mobiletoken.events.EventTypes;
import org.mobiletoken.events.MalformedEvent;
import org.mobiletoken.events.enrolment.EnrolmentEvent;
import org.mobiletoken.events.lockout.LockoutEvent;
import org.mobiletoken.notification.News;
import org.mobiletoken.notification.QueueNotice;

/** Hears what happens to tokens and freezes, and queues the notices of it. */
@ApplicationScoped
public class TokenEventConsumers {

    private static final String OF_TOKENS = "notices-of-tokens";
    private static final String OF_FREEZES = "notices-of-freezes";

    private final Inbox inbox;
    private final QueueNotice queueNotice;

    public TokenEventConsumers(Inbox inbox, QueueNotice queueNotice) {
        this.inbox = inbox;
        this.queueNotice = queueNotice;
    }

    void register(@Observes StartupEvent start) {
        inbox.register(OF_TOKENS, "enrolment-events", this::handle);
        inbox.register(OF_FREEZES, "lockout-events", this::handle);
    }

    @Incoming("enrolment-events")
    @Blocking
    void onEnrolment(ConsumerRecord<String, byte[]> record) {
        inbox.receive(OF_TOKENS, record, this::handle);
    }

    @Incoming("lockout-events")
    @Blocking
    void onLockout(ConsumerRecord<String, byte[]> record) {
        inbox.receive(OF_FREEZES, record, this::handle);
    }

    private void handle(IncomingEvent incoming) {
        parsed(incoming).flatMap(event -> news(incoming, event)).ifPresent(queueNotice::queue);
    }

    private static Optional<News> news(IncomingEvent incoming, Event event) {
        return switch (event) {
            case EnrolmentEvent e -> TokenNews.of(incoming.id(), e);
            case LockoutEvent e -> TokenNews.of(incoming.id(), e);
            default -> Optional.empty();
        };
    }

    private static Optional<Event> parsed(IncomingEvent incoming) {
        try {
            return EventTypes.parse(incoming.type(), incoming.json());
        } catch (MalformedEvent e) {
            throw new UndecodableEvent("The payload is not a " + incoming.type(), e);
        }
    }
}
