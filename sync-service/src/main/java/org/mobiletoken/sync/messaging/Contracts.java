package org.mobiletoken.sync.messaging;

import java.util.Optional;
import org.mobiletoken.delivery.IncomingEvent;
import org.mobiletoken.delivery.UndecodableEvent;
import org.mobiletoken.events.Event;
import org.mobiletoken.events.EventTypes;
import org.mobiletoken.events.MalformedEvent;

/** Reads what arrived by the contracts; a type that is not known here is somebody else's business. */
final class Contracts {
    private Contracts() {}

    static Optional<Event> read(IncomingEvent incoming) {
        try {
            Optional<Event> event = EventTypes.parse(incoming.type(), incoming.json());
            event.filter(read -> !incoming.key().equals(read.customerId())).ifPresent(_ -> {
                throw new UndecodableEvent("The key of an event must be its customer");
            });
            return event;
        } catch (MalformedEvent e) {
            throw new UndecodableEvent("The payload is not what the type promises", e);
        }
    }
}
