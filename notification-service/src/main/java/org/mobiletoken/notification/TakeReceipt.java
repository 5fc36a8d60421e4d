package org.mobiletoken.notification;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import org.mobiletoken.notification.postgres.MessageParts;

/** Writes down what a provider reports of a message; a receipt that comes before the provider's own answer waits for it. */
@ApplicationScoped
public class TakeReceipt {

    private final MessageParts parts;
    private final SettleMessage settleMessage;

    public TakeReceipt(MessageParts parts, SettleMessage settleMessage) {
        this.parts = parts;
        this.settleMessage = settleMessage;
    }

    public void take(Receipt receipt) {
        QuarkusTransaction.requiringNew().run(() -> parts.note(receipt).ifPresent(settleMessage::concludeByReceipts));
    }
}
