package org.mobiletoken.operations.postgres;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mobiletoken.operations.Grounds;
import org.mobiletoken.operations.Rebuild;
import org.mobiletoken.operations.Rebuild.Part;
import org.mobiletoken.operations.rules.Range;
import org.mobiletoken.operations.rules.RebuildState;

/** The rebuilds of this service with their progress. */
@ApplicationScoped
public class Rebuilds {
    private final Statements statements;
    private final Clock clock;

    Rebuilds(Statements statements, Clock clock) {
        this.statements = statements;
        this.clock = clock;
    }

    public Rebuild add(UUID id, String projection, String topic, List<Range> held, String author) {
        statements.update("""
                insert into rebuild (id, projection, topic, state, author, planned_at)
                values (?, ?, ?, 'PLANNED', ?, ?)""", id, projection, topic, author, clock.instant());
        for (Range range : held) {
            statements.update("""
                    insert into rebuild_progress (rebuild_id, topic_partition, first_offset, next_offset, end_offset)
                    values (?, ?, ?, ?, ?)""", id, range.partition(), range.from(), range.from(), range.to());
        }
        return found(id);
    }

    /** The newest two hundred, newest first. */
    public List<Rebuild> newest() {
        return select("");
    }

    public Optional<Rebuild> of(UUID id) {
        return select("where id = ?", id).stream().findFirst();
    }

    public Optional<Rebuild> running() {
        return select("where state = 'RUNNING'").stream().findFirst();
    }

    /** Whether a rebuild of the projection runs or waits to be swapped in. */
    public boolean isUnderWay(String projection) {
        return !select("where projection = ? and state in ('RUNNING', 'BUILT')", projection)
                .isEmpty();
    }

    /** Decisions about rebuilds wait for each other until the end of the caller's transaction. */
    public Optional<Rebuild> lock(UUID id) {
        statements.list("select pg_advisory_xact_lock(hashtextextended('rebuilds', 0))", _ -> id);
        return of(id);
    }

    public Rebuild started(Rebuild rebuild, Grounds grounds) {
        statements.update(
                "update rebuild set state = 'RUNNING', reason = ?, ticket = ?, started_at = ? where id = ?",
                grounds.reason(),
                grounds.ticket(),
                clock.instant(),
                rebuild.id());
        return found(rebuild.id());
    }

    /** Says no if it runs no more. */
    public boolean built(UUID id) {
        return statements.update(
                        "update rebuild set state = 'BUILT', note = null where id = ? and state = 'RUNNING'", id)
                == 1;
    }

    public Rebuild swapped(Rebuild rebuild, String person) {
        statements.update(
                "update rebuild set state = 'SWAPPED', swapped_by = ?, ended_at = ? where id = ?",
                person,
                clock.instant(),
                rebuild.id());
        return found(rebuild.id());
    }

    public Rebuild aborted(Rebuild rebuild) {
        statements.update(
                "update rebuild set state = 'ABORTED', ended_at = ? where id = ?", clock.instant(), rebuild.id());
        return found(rebuild.id());
    }

    /** Says why a running rebuild waits. */
    public void note(UUID id, String note) {
        statements.update("update rebuild set note = ? where id = ? and state = 'RUNNING'", note, id);
    }

    /** Moves the end of a partition on, to what has been published since. */
    public void extend(UUID id, Range held) {
        statements.update("""
                insert into rebuild_progress (rebuild_id, topic_partition, first_offset, next_offset, end_offset)
                values (?, ?, ?, ?, ?) on conflict (rebuild_id, topic_partition) do update
                    set end_offset = greatest(rebuild_progress.end_offset, excluded.end_offset)""", id, held.partition(), held.from(), held.from(), held.to());
    }

    /** Says no, and moves nothing, if the rebuild neither runs nor is built. */
    public boolean advance(UUID id, int partition, long nextOffset) {
        return statements.update("""
                        update rebuild_progress p set next_offset = greatest(p.next_offset, ?) from rebuild r
                        where p.rebuild_id = ? and p.topic_partition = ? and r.id = p.rebuild_id
                            and r.state in ('RUNNING', 'BUILT')""", nextOffset, id, partition) == 1;
    }

    public int deleteEndedBefore(Instant instant) {
        return statements.update(
                "delete from rebuild where state not in ('RUNNING', 'BUILT') and coalesce(ended_at, planned_at) < ?",
                instant);
    }

    private Rebuild found(UUID id) {
        return of(id).orElseThrow();
    }

    private List<Rebuild> select(String where, Object... parameters) {
        return statements.list(
                "select * from rebuild " + where + " order by planned_at desc, id limit 200",
                this::rebuild,
                parameters);
    }

    private Rebuild rebuild(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        String reason = row.getString("reason");
        String ticket = row.getString("ticket");
        return new Rebuild(
                id,
                row.getString("projection"),
                row.getString("topic"),
                RebuildState.valueOf(row.getString("state")),
                row.getString("author"),
                Statements.instant(row, "planned_at"),
                reason == null || ticket == null ? null : new Grounds(reason, ticket),
                Statements.instantOrNull(row, "started_at"),
                Statements.instantOrNull(row, "ended_at"),
                row.getString("swapped_by"),
                row.getString("note"),
                statements.list(
                        "select * from rebuild_progress where rebuild_id = ? order by topic_partition",
                        part -> new Part(
                                part.getInt("topic_partition"),
                                part.getLong("first_offset"),
                                part.getLong("next_offset"),
                                part.getLong("end_offset")),
                        id));
    }
}
