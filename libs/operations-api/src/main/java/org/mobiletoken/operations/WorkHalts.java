package org.mobiletoken.operations;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mobiletoken.delivery.Halt;
import org.mobiletoken.delivery.Halts;
import org.mobiletoken.operations.postgres.Ledger;
import org.mobiletoken.operations.postgres.Ledger.Action;

/** Shows the consumers that are halted, and lets one go on, which is recorded. */
@ApplicationScoped
public class WorkHalts {
    private static final String NOT_HALTED =
            "There is no such halt, or not any more: somebody else may have lifted it, or its process has ended. List the halts again.";

    private final Halts halts;
    private final Ledger ledger;

    WorkHalts(Halts halts, Ledger ledger) {
        this.halts = halts;
        this.ledger = ledger;
    }

    public List<Halt> list() {
        return halts.list();
    }

    /** The halt is named by its id, so that nobody lifts one that they have not seen. */
    public Outcome<Halt> lift(Operator who, UUID id, Grounds grounds) {
        return QuarkusTransaction.requiringNew().call(() -> {
            Optional<Halt> lifted = halts.lift(id);
            lifted.ifPresent(halt -> ledger.add(
                    who, Action.HALT_LIFTED, halt.consumer(), grounds, "lifted " + id + ". " + halt.because()));
            return lifted.<Outcome<Halt>>map(Outcome.Done::new).orElseGet(() -> new Outcome.Unknown<>(NOT_HALTED));
        });
    }
}
