package org.mobiletoken.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.mobiletoken.notification.postgres.MessageLedger;
import org.mobiletoken.notification.postgres.Resolutions;

/** What customers were sent, and what operations decided about it, for the people who answer the customers' questions. */
@ApplicationScoped
public class ListMessages {

    private final MessageLedger ledger;
    private final Resolutions resolutions;

    public ListMessages(MessageLedger ledger, Resolutions resolutions) {
        this.ledger = ledger;
        this.resolutions = resolutions;
    }

    /** A message and what was decided about it, oldest first. */
    public record Listed(Message message, List<Resolution> resolutions) {}

    /** A customer's messages, newest first, that are older than the one numbered {@code before}. */
    @Transactional
    public List<Listed> newestFirst(String customerId, long before, int limit) {
        List<Message> messages = ledger.newestFirst(customerId, before, limit);
        Map<UUID, List<Resolution>> decided = resolutions.of(
                customerId,
                messages.stream().map(message -> message.id().messageId()).toList());
        return messages.stream()
                .map(message ->
                        new Listed(message, decided.getOrDefault(message.id().messageId(), List.of())))
                .toList();
    }

    /** The messages of unknown fate, oldest first, that are younger than the one numbered {@code after}. */
    @Transactional
    public List<Message> inDoubt(long after, int limit) {
        return ledger.inDoubt(after, limit);
    }
}
