package org.mobiletoken.notification.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.mobiletoken.delivery.Outbox;
import org.mobiletoken.delivery.OutgoingEvent;
import org.mobiletoken.events.EventTypes;
import org.mobiletoken.events.notification.ErrorReported;
import org.mobiletoken.notification.rules.ReportReference;

/** Tells that an error was reported, and nothing of what the report says, within the caller's transaction. */
@ApplicationScoped
public class ReportEvents {

    private static final String SOURCE = "notification-service";
    private static final String NOBODY_KNOWN = "";

    private final Outbox outbox;

    public ReportEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    public void reported(String customerId, ReportReference reference, Instant at, long version) {
        publish(customerId, new ErrorReported(customerId, reference.text(), at, version));
    }

    /** Such reports have no customer to be in an order with, so each is a key of its own. */
    public void reportedBeforeLogin(ReportReference reference, Instant at) {
        publish(reference.text(), new ErrorReported(NOBODY_KNOWN, reference.text(), at, 0));
    }

    private void publish(String key, ErrorReported event) {
        outbox.add(new OutgoingEvent(
                UUID.randomUUID(),
                EventTypes.topicOf(ErrorReported.class),
                key,
                EventTypes.of(ErrorReported.class),
                SOURCE,
                event.at(),
                EventTypes.json(event)));
    }
}
