package org.mobiletoken.enrolment.messaging;

import io.quarkus.runtime.Startup;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.mobiletoken.delivery.Inbox;
import org.mobiletoken.delivery.IncomingEvent;
import org.mobiletoken.enrolment.ShowFreeze;
import org.mobiletoken.events.Event;
import org.mobiletoken.events.lockout.TokenFrozen;
import org.mobiletoken.events.lockout.TokenUnfrozen;

/** Freezes as lockout-service tells them, for what the customer is shown. */
@Startup
@ApplicationScoped
class Freezes {

    private static final String CONSUMER = "enrolment-freezes";

    private final Inbox inbox;
    private final ShowFreeze showFreeze;

    Freezes(Inbox inbox, ShowFreeze showFreeze) {
        this.inbox = inbox;
        this.showFreeze = showFreeze;
        inbox.register(CONSUMER, "freezes", this::handle);
        inbox.guardedByVersions(CONSUMER);
    }

    @Incoming("freezes")
    @Blocking
    void on(ConsumerRecord<String, byte[]> record) {
        inbox.receive(CONSUMER, record, this::handle);
    }

    private void handle(IncomingEvent incoming) {
        Contracts.read(incoming).ifPresent(this::follow);
    }

    private void follow(Event event) {
        switch (event) {
            case TokenFrozen frozen -> showFreeze.frozen(frozen.customerId(), frozen.version(), frozen.until());
            case TokenUnfrozen unfrozen -> showFreeze.over(unfrozen.customerId(), unfrozen.version());
            default -> {} // attempts and warnings change nothing that is shown
        }
    }
}
