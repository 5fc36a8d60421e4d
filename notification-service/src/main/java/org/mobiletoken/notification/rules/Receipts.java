package org.mobiletoken.notification.rules;

import java.util.List;
import java.util.Optional;

/** What the receipts say of a message of so many parts: it is delivered when every part is, and ends badly with its first part. */
public record Receipts(int parts, List<PartOutcome> outcomes) {

    /** How the message ended, or empty while that is not known. */
    public Optional<MessageState> end() {
        if (outcomes.contains(PartOutcome.FAILED)) {
            return Optional.of(MessageState.FAILED);
        }
        if (outcomes.contains(PartOutcome.EXPIRED)) {
            return Optional.of(MessageState.EXPIRED);
        }
        return !outcomes.isEmpty() && outcomes.size() == parts ? Optional.of(MessageState.DELIVERED) : Optional.empty();
    }
}
