package org.mobiletoken.enrolment.messaging;

import java.util.Optional;
import org.mobiletoken.delivery.IncomingEvent;
import org.mobiletoken.delivery.UndecodableEvent;
import org.mobiletoken.events.Event;
import org.mobiletoken.events.EventTypes;
import org.mobiletoken.events.MalformedEvent;

/** Reads what other services publish; types that are not known here are left alone, malformed ones become dead letters. */
final class Contracts {

    private Contracts() {}

    static Optional<Event> read(IncomingEvent incoming) {
        Optional<Event> event;
        try {
            event = EventTypes.parse(incoming.type(), incoming.json());
        } catch (MalformedEvent malformed) {
            throw new UndecodableEvent("The payload is not what its type promises", malformed);
        }
        if (event.isPresent() && !event.get().customerId().equals(incoming.key())) {
            throw new UndecodableEvent("The key is not the customer of the payload");
        }
        return event;
    }
}
