package org.mobiletoken.lockout.postgres;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import org.mobiletoken.lockout.rules.CustomerLockout;

/** All that a decision changes is sent to the database at once, since the customer's lock is held meanwhile. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Decisions {

    private static final Write COMMIT = Write.of("commit");
    /** Nothing is lost by it, and a commit would wait for the disk with the lock still held, for the sake of the lock alone. */
    private static final Write LET_GO = Write.of("rollback");

    private final Sql sql;

    Decisions(Sql sql) {
        this.sql = sql;
    }

    /** Writes in the caller's transaction, which goes on. */
    public void write(CustomerNow held, CustomerLockout after, long version) {
        var writes = writes(held, after, version);
        if (!writes.isEmpty()) {
            sql.updateAll(writes);
        }
    }

    /**
     * Writes and commits in one round trip: the caller's transaction does nothing more, and its own commit finds nothing left
     * to do. A statement that fails takes the commit behind it along.
     */
    public void conclude(CustomerNow held, CustomerLockout after, long version) {
        var writes = writes(held, after, version);
        writes.add(writes.isEmpty() ? LET_GO : COMMIT);
        sql.updateAll(writes);
    }

    private static List<Write> writes(CustomerNow held, CustomerLockout after, long version) {
        var writes = new ArrayList<Write>();
        after.facts().forEach(fact -> writes.addAll(Facts.writes(held.id(), fact)));
        writes.addAll(Customers.writes(held, after.state(), version));
        return writes;
    }
}
