package org.mobiletoken.notification;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.mobiletoken.notification.postgres.MessageLedger;
import org.mobiletoken.notification.postgres.MessageParts;
import org.mobiletoken.notification.postgres.OneTimePasswords;
import org.mobiletoken.notification.postgres.OtpBudgets;

/** Deletes what is older than the bank keeps it. */
@ApplicationScoped
public class PurgeOldRecords {

    private final MessageLedger ledger;
    private final MessageParts parts;
    private final OneTimePasswords otps;
    private final OtpBudgets budgets;
    private final Clock clock;
    private final NotificationSettings settings;

    public PurgeOldRecords(
            MessageLedger ledger,
            MessageParts parts,
            OneTimePasswords otps,
            OtpBudgets budgets,
            Clock clock,
            NotificationSettings settings) {
        this.ledger = ledger;
        this.parts = parts;
        this.otps = otps;
        this.budgets = budgets;
        this.clock = clock;
        this.settings = settings;
    }

    @Scheduled(every = "${mobile-token.messages.purge-every:1h}", delayed = "1m")
    public void purge() {
        QuarkusTransaction.requiringNew()
                .run(() -> otps.purge(clock.instant().minus(settings.otp().keep())));
        QuarkusTransaction.requiringNew()
                .run(() -> budgets.purge(clock.instant().minus(settings.otp().keep())));
        QuarkusTransaction.requiringNew().run(() -> ledger.purge(clock.instant().minus(settings.keep())));
        QuarkusTransaction.requiringNew().run(() -> parts.purgeStrays(settings.keepStrayReceipts()));
    }
}
