package org.mobiletoken.operations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.mobiletoken.delivery.DeliverySettings;
import org.mobiletoken.operations.rules.InboxMemory;

/** Tells the rules how long this service's inbox remembers. */
@ApplicationScoped
class InboxMemories {
    @Produces
    @Singleton
    InboxMemory memory(DeliverySettings delivery, OperationsSettings operations) {
        return new InboxMemory(delivery.inbox().retention(), operations.inboxMargin());
    }
}
