package org.mobiletoken.lockout.postgres;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;

/** Writes down what decisions change. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Decisions {

    private final Sql sql;

    Decisions(Sql sql) {
        this.sql = sql;
    }

    /** Writes in the caller's transaction, which goes on. */
    public void write(List<Change> changes) {
        sql.updateAll(writes(changes));
    }

    /**
     * Writes as the last thing that the caller's transaction does. Where nothing has changed it lets go of the locks instead: a commit
     * would wait for the disk with them still held, for their sake alone.
     */
    public void conclude(List<Change> changes) {
        var writes = writes(changes);
        if (writes.isEmpty()) {
            sql.update("rollback");
        } else {
            sql.updateAll(writes);
        }
    }

    private static List<List<Write>> writes(List<Change> changes) {
        return changes.stream()
                .map(Decisions::writes)
                .filter(writes -> !writes.isEmpty())
                .toList();
    }

    private static List<Write> writes(Change change) {
        var writes = new ArrayList<Write>();
        change.after()
                .facts()
                .forEach(fact -> writes.addAll(Facts.writes(change.held().id(), fact)));
        writes.addAll(Customers.writes(change));
        return writes;
    }
}
