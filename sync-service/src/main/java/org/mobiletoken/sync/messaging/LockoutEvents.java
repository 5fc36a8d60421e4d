package org.mobiletoken.sync.messaging;

import io.quarkus.runtime.Startup;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.mobiletoken.delivery.Inbox;
import org.mobiletoken.delivery.IncomingEvent;
import org.mobiletoken.events.Event;
import org.mobiletoken.events.lockout.TokenFrozen;
import org.mobiletoken.events.lockout.TokenUnfrozen;
import org.mobiletoken.sync.FollowFreezes;
import org.mobiletoken.sync.rules.Freeze;

/** What lockout-service tells of freezes. */
@Startup
@ApplicationScoped
class LockoutEvents {
    private static final String CONSUMER = "sync-freeze-states";

    private final Inbox inbox;
    private final FollowFreezes freezes;

    LockoutEvents(Inbox inbox, FollowFreezes freezes) {
        this.inbox = inbox;
        this.freezes = freezes;
        inbox.register(CONSUMER, "lockout-events", this::handle);
        inbox.guardedByVersions(CONSUMER);
    }

    @Incoming("lockout-events")
    @Blocking
    void on(ConsumerRecord<String, byte[]> record) {
        inbox.receive(CONSUMER, record, this::handle);
    }

    private void handle(IncomingEvent incoming) {
        Contracts.read(incoming).ifPresent(this::follow);
    }

    private void follow(Event event) {
        switch (event) {
            case TokenFrozen frozen -> freezes.changed(frozen.customerId(), freezeOf(frozen), frozen.version());
            case TokenUnfrozen unfrozen ->
                freezes.changed(unfrozen.customerId(), new Freeze.None(), unfrozen.version());
            default -> {} // attempts and warnings change nothing that is shown here
        }
    }

    private static Freeze freezeOf(TokenFrozen frozen) {
        Instant until = frozen.until();
        return until == null ? new Freeze.Permanent() : new Freeze.Until(until);
    }
}
