package org.mobiletoken.operations;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.mobiletoken.operations.postgres.Ledger;
import org.mobiletoken.operations.postgres.Ledger.Action;
import org.mobiletoken.operations.postgres.Rebuilds;
import org.mobiletoken.operations.rules.Decision;

/**
 * Compares a built table with the live one and puts it in its place, in one transaction and under live traffic: whoever
 * writes to the live table waits for a moment, so that the table beside has every event that the live one has.
 */
@ApplicationScoped
public class SwapRebuild {
    private final Projections projections;
    private final Rebuilds rebuilds;
    private final CatchUp catchUp;
    private final Ledger ledger;

    SwapRebuild(Projections projections, Rebuilds rebuilds, CatchUp catchUp, Ledger ledger) {
        this.projections = projections;
        this.rebuilds = rebuilds;
        this.catchUp = catchUp;
        this.ledger = ledger;
    }

    /** A difference with the hash that stands for it. */
    public record Compared(Rebuild rebuild, Difference difference, String hash) {}

    /** Applies what has been published since and compares. */
    public Outcome<Compared> compare(UUID id) {
        Optional<Rebuild> found = rebuilds.of(id);
        if (found.isEmpty()) {
            return new Outcome.Unknown<>(WorkRebuild.UNKNOWN);
        }
        if (found.get().state().compare() instanceof Decision.Refused(String because)) {
            return new Outcome.Refused<>(because);
        }
        Rebuild rebuild = found.get();
        Projection projection = projectionOf(rebuild);
        catchUp.readToTheEnd(projection, rebuild);
        Difference difference = QuarkusTransaction.requiringNew().call(projection::compare);
        return new Outcome.Done<>(new Compared(rebuild, difference, difference.hash(rebuild)));
    }

    /**
     * Holds back whoever writes to the live table, applies the rest and compares once more; so the broker is read within
     * a transaction, for as long as its last few events take: only then does the live table stand still.
     */
    public Outcome<Rebuild> swap(Operator who, UUID id, String hash, Grounds grounds) {
        return QuarkusTransaction.requiringNew().call(() -> {
            Optional<Rebuild> locked = rebuilds.lock(id);
            if (locked.isEmpty()) {
                return new Outcome.Unknown<>(WorkRebuild.UNKNOWN);
            }
            Rebuild rebuild = locked.get();
            if (rebuild.state().compare() instanceof Decision.Refused(String because)) {
                return new Outcome.Refused<>(because);
            }
            Projection projection = projectionOf(rebuild);
            projection.lock();
            catchUp.readToTheEnd(projection, rebuild);
            Difference difference = projection.compare();
            Decision decision = rebuild.state().swap(rebuild.author(), who.subject(), hash, difference.hash(rebuild));
            if (decision instanceof Decision.Refused(String because)) {
                ledger.add(who, Action.REBUILD_SWAPPED, id.toString(), grounds, "refused: " + because);
                return new Outcome.Refused<>(because);
            }
            projection.swap();
            ledger.add(
                    who,
                    Action.REBUILD_SWAPPED,
                    id.toString(),
                    grounds,
                    "SWAPPED: " + difference.different() + " rows different, " + difference.onlyLive()
                            + " without events, " + difference.ahead() + " of other versions, " + difference.same()
                            + " the same");
            return new Outcome.Done<>(rebuilds.swapped(rebuild, who.subject()));
        });
    }

    private Projection projectionOf(Rebuild rebuild) {
        return projections.of(rebuild.projection()).orElseThrow();
    }
}
