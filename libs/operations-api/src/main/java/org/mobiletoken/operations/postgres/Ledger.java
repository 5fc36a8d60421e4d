package org.mobiletoken.operations.postgres;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mobiletoken.operations.Grounds;
import org.mobiletoken.operations.LedgerEntry;
import org.mobiletoken.operations.Operator;

/** The append-only ledger of what operations did; the database refuses to change or delete an entry. */
@ApplicationScoped
public class Ledger {
    /** What can be done. */
    public enum Action {
        HALT_LIFTED,
        PARKED_KEY_RETRIED,
        PARKED_EVENT_SKIPPED,
        DEAD_LETTER_REDRIVEN,
        DEAD_LETTER_DISCARDED,
        REPLAY_PLANNED,
        REPLAY_APPROVED,
        REPLAY_STARTED,
        REPLAY_WAITS,
        REPLAY_RESUMED,
        REPLAY_ABORTED,
        REPLAY_ENDED,
        REBUILD_PLANNED,
        REBUILD_STARTED,
        REBUILD_WAITS,
        REBUILD_BUILT,
        REBUILD_SWAPPED,
        REBUILD_ABORTED
    }

    private final Statements statements;
    private final Clock clock;

    Ledger(Statements statements, Clock clock) {
        this.statements = statements;
        this.clock = clock;
    }

    /** Appends an entry in the caller's transaction. */
    public void add(Operator who, Action action, String subject, @Nullable Grounds grounds, String outcome) {
        statements.update(
                """
                insert into operations_ledger (at, actor, name, action, subject, reason, ticket, outcome)
                values (?, ?, ?, ?, ?, ?, ?, ?)""",
                clock.instant(),
                who.subject(),
                who.name(),
                action.name(),
                subject,
                grounds == null ? null : grounds.reason(),
                grounds == null ? null : grounds.ticket(),
                outcome);
    }

    /** The newest entries below a number, newest first. */
    public List<LedgerEntry> before(long id, int limit) {
        return statements.list(
                "select * from operations_ledger where id < ? order by id desc limit ?",
                found -> new LedgerEntry(
                        found.getLong("id"),
                        Statements.instant(found, "at"),
                        found.getString("actor"),
                        found.getString("name"),
                        found.getString("action"),
                        found.getString("subject"),
                        found.getString("reason"),
                        found.getString("ticket"),
                        found.getString("outcome")),
                id,
                limit);
    }
}
