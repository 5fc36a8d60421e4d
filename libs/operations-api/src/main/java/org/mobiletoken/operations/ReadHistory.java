package org.mobiletoken.operations;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mobiletoken.operations.postgres.Ledger;
import org.mobiletoken.operations.postgres.Replays;

/** Reads what operations did and planned. */
@ApplicationScoped
public class ReadHistory {
    private final Ledger ledger;
    private final Replays replays;

    ReadHistory(Ledger ledger, Replays replays) {
        this.ledger = ledger;
        this.replays = replays;
    }

    /** The newest entries of the ledger below a number, newest first. */
    public List<LedgerEntry> before(long id, int limit) {
        return ledger.before(id, limit);
    }

    /** The newest replays, newest first. */
    public List<Replay> replays() {
        return replays.newest();
    }

    public Optional<Replay> replay(UUID id) {
        return replays.of(id);
    }
}
