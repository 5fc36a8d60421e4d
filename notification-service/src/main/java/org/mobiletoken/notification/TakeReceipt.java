package org.mobiletoken.notification;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.function.Supplier;
import org.mobiletoken.groupcommit.GroupCommit;
import org.mobiletoken.notification.postgres.MessageParts;
import org.mobiletoken.notification.postgres.MessageParts.Noted;

/**
 * Writes down what providers report of messages, what comes at the same time in one transaction; a receipt that comes before the
 * provider's own answer waits for it.
 */
@ApplicationScoped
public class TakeReceipt {

    /** A receipt on its way into the database. */
    private static final class Arriving {
        private final Receipt receipt;
        private boolean kept;

        Arriving(Receipt receipt) {
            this.receipt = receipt;
        }

        /** Two receipts of one part take their turns. */
        List<String> part() {
            return List.of(receipt.provider(), receipt.reference());
        }
    }

    private final MessageParts parts;
    private final SettleMessage settleMessage;
    private final GroupCommit<Arriving> group;

    public TakeReceipt(MessageParts parts, SettleMessage settleMessage) {
        this.parts = parts;
        this.settleMessage = settleMessage;
        this.group = new GroupCommit<>("take-receipts", Arriving::part, this::takeOfFree);
    }

    void start(@Observes StartupEvent start) {
        group.start();
    }

    void stop(@Observes ShutdownEvent stop) {
        group.close();
    }

    public void take(Receipt receipt) {
        Arriving arriving = new Arriving(receipt);
        group.await(arriving);
        while (!arriving.kept) {
            keep(List.of(arriving), () -> parts.note(List.of(receipt)));
        }
    }

    private void takeOfFree(List<Arriving> together) {
        keep(
                together,
                () -> parts.noteOfFree(
                        together.stream().map(arriving -> arriving.receipt).toList()));
    }

    private void keep(List<Arriving> together, Supplier<List<Noted>> noting) {
        List<Noted> noted = QuarkusTransaction.requiringNew().call(() -> {
            List<Noted> each = noting.get();
            settleMessage.concludeByReceipts(each.stream()
                    .filter(Noted::held)
                    .flatMap(one -> one.receipted().stream())
                    .toList());
            return each;
        });
        for (int i = 0; i < together.size(); i++) {
            together.get(i).kept = noted.get(i).held();
        }
    }
}
