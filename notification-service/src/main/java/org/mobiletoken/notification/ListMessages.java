package org.mobiletoken.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import org.mobiletoken.notification.postgres.MessageLedger;

/** What a customer was sent, newest first, for the people who answer the customer's questions. */
@ApplicationScoped
public class ListMessages {

    private final MessageLedger ledger;

    public ListMessages(MessageLedger ledger) {
        this.ledger = ledger;
    }

    /** The messages that are older than the one numbered {@code before}. */
    @Transactional
    public List<Message> newestFirst(String customerId, long before, int limit) {
        return ledger.newestFirst(customerId, before, limit);
    }
}
