package org.mobiletoken.notification.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.mobiletoken.delivery.Outbox;
import org.mobiletoken.delivery.OutgoingEvent;
import org.mobiletoken.delivery.TracedEvent;
import org.mobiletoken.events.EventTypes;
import org.mobiletoken.events.notification.Channel;
import org.mobiletoken.events.notification.MessageAccepted;
import org.mobiletoken.events.notification.MessageFailed;
import org.mobiletoken.events.notification.NotificationEvent;
import org.mobiletoken.notification.Message;

/** Tells the other services what became of messages, within the caller's transaction. */
@ApplicationScoped
public class MessageEvents {

    private static final String SOURCE = "notification-service";

    private final Outbox outbox;

    public MessageEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    /** To be told as part of the trace that is under way here. */
    public static TracedEvent accepted(Message.Heading message, Instant at, long version) {
        return traced(
                new MessageAccepted(
                        message.id().customerId(),
                        message.id().messageId(),
                        message.template(),
                        contract(message.channel()),
                        at,
                        version),
                at);
    }

    /** To be told as part of the trace that is under way here. */
    public static TracedEvent failed(Message.Heading message, String reason, Instant at, long version) {
        return traced(
                new MessageFailed(
                        message.id().customerId(),
                        message.id().messageId(),
                        message.template(),
                        contract(message.channel()),
                        reason,
                        at,
                        version),
                at);
    }

    public void tell(List<TracedEvent> events) {
        outbox.addAll(events);
    }

    private static TracedEvent traced(NotificationEvent event, Instant at) {
        return TracedEvent.here(new OutgoingEvent(
                UUID.randomUUID(),
                EventTypes.topicOf(event.getClass()),
                event.customerId(),
                EventTypes.of(event.getClass()),
                SOURCE,
                at,
                EventTypes.json(event)));
    }

    private static Channel contract(Message.Channel channel) {
        return switch (channel) {
            case SMS -> Channel.SMS;
            case EMAIL -> Channel.EMAIL;
        };
    }
}
