package org.mobiletoken.notification.bank;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.mobiletoken.events.Event;
import org.mobiletoken.events.EventTypes;
import org.mobiletoken.events.lockout.TokenUnfrozen;
import org.mobiletoken.testing.KafkaProbe;

/** Events as the services that own them publish them. */
public final class Events {

    private Events() {}

    public static void publish(KafkaProbe kafka, UUID eventId, Event event) {
        kafka.publish(
                EventTypes.topicOf(event.getClass()),
                event.customerId(),
                eventId,
                EventTypes.of(event.getClass()),
                "a-service",
                new String(EventTypes.json(event), StandardCharsets.UTF_8));
    }

    /** Something that the customer is told of. */
    public static void unfrozen(KafkaProbe kafka, String customer, Instant at) {
        var event = new TokenUnfrozen(customer, UUID.randomUUID(), TokenUnfrozen.Reason.BRANCH, at, 1);
        publish(kafka, UUID.randomUUID(), event);
    }
}
