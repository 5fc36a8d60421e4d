package org.mobiletoken.notification;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.mobiletoken.notification.SendOutcome.Refused;
import org.mobiletoken.notification.SendOutcome.Unknown;
import org.mobiletoken.notification.postgres.Customers;
import org.mobiletoken.notification.postgres.MessageLedger;
import org.mobiletoken.notification.postgres.OneTimePasswords;

/**
 * What a crash cut off while it was being sent is made visible: a notice becomes a doubt that operations see, a code has failed,
 * since the only copy of its digits is gone. Neither is sent again.
 */
@ApplicationScoped
public class CutOffMessages {

    private static final String REASON = "cut-off";

    private final MessageLedger ledger;
    private final Customers customers;
    private final OneTimePasswords otps;
    private final SettleMessage settleMessage;
    private final NotificationSettings settings;

    public CutOffMessages(
            MessageLedger ledger,
            Customers customers,
            OneTimePasswords otps,
            SettleMessage settleMessage,
            NotificationSettings settings) {
        this.ledger = ledger;
        this.customers = customers;
        this.otps = otps;
        this.settleMessage = settleMessage;
        this.settings = settings;
    }

    @Scheduled(
            every = "${mobile-token.messages.cut-off-check:10s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public void settleAll() {
        List<Message> cutOff = QuarkusTransaction.requiringNew().call(() -> ledger.cutOff(settings.cutOffAfter()));
        for (Message message : cutOff) {
            QuarkusTransaction.requiringNew().run(() -> settle(message));
        }
    }

    private void settle(Message message) {
        customers.lock(message.id().customerId());
        SendOutcome outcome = switch (message.kind()) {
            case OTP -> new Refused(REASON);
            case NOTICE -> new Unknown(REASON);
        };
        settleMessage.settle(message.heading(), outcome);
        if (message.kind() == Message.Kind.OTP) {
            otps.failIfSending(message.id().customerId(), message.causeId());
        }
    }
}
