package org.mobiletoken.operations.postgres;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mobiletoken.operations.Grounds;
import org.mobiletoken.operations.Replay;
import org.mobiletoken.operations.Replay.Done;
import org.mobiletoken.operations.rules.Plan;
import org.mobiletoken.operations.rules.Range;
import org.mobiletoken.operations.rules.ReplayState;

/** The replays of this service with their progress. */
@ApplicationScoped
public class Replays {
    private static final String SELECT = """
            select r.*, coalesce(sum(p.handled), 0) as handled, coalesce(sum(p.known), 0) as known,
                coalesce(sum(p.queued), 0) as queued, coalesce(sum(p.parked), 0) as parked,
                coalesce(sum(p.unreadable), 0) as unreadable
            from replay r left join replay_progress p on p.replay_id = r.id
            %s group by r.id order by r.planned_at desc, r.id limit 200""";

    private final Statements statements;
    private final ObjectMapper json;
    private final Clock clock;

    Replays(Statements statements, ObjectMapper json, Clock clock) {
        this.statements = statements;
        this.json = json;
        this.clock = clock;
    }

    public Replay add(Plan plan) {
        statements.update(
                """
                insert into replay (id, plan, hash, state, author, planned_at, expires_at)
                values (?, ?, ?, 'PLANNED', ?, ?, ?)""", plan.id(), written(plan), plan.hash(), plan.author(), plan.plannedAt(), plan.expiresAt());
        return found(plan.id());
    }

    /** The newest two hundred, newest first. */
    public List<Replay> newest() {
        return select("");
    }

    public Optional<Replay> of(UUID id) {
        return select("where r.id = ?", id).stream().findFirst();
    }

    public Optional<Replay> running() {
        return select("where r.state = 'RUNNING'").stream().findFirst();
    }

    /** Decisions about replays wait for each other until the end of the caller's transaction. */
    public Optional<Replay> lock(UUID id) {
        statements.list("select pg_advisory_xact_lock(hashtextextended('replays', 0))", _ -> id);
        return of(id);
    }

    public Replay approved(Replay replay, String approver) {
        UUID id = replay.plan().id();
        statements.update("update replay set state = 'APPROVED', approver = ? where id = ?", approver, id);
        return found(id);
    }

    public Replay started(Replay replay, Grounds grounds, int eventsPerSecond) {
        UUID id = replay.plan().id();
        statements.update("""
                update replay set state = 'RUNNING', reason = ?, ticket = ?, events_per_second = ?, started_at = ?
                where id = ?""", grounds.reason(), grounds.ticket(), eventsPerSecond, clock.instant(), id);
        for (Range range : replay.plan().ranges()) {
            statements.update("""
                    insert into replay_progress (replay_id, topic_partition, next_offset, end_offset)
                    values (?, ?, ?, ?)""", id, range.partition(), range.from(), range.to());
        }
        return found(id);
    }

    public Replay ended(Replay replay, ReplayState state, @Nullable String note) {
        UUID id = replay.plan().id();
        statements.update(
                "update replay set state = ?, ended_at = ?, note = ? where id = ?",
                state.name(),
                clock.instant(),
                note,
                id);
        return found(id);
    }

    /** Says why a running replay waits, or that it no longer does. */
    public void note(UUID id, @Nullable String note) {
        statements.update("update replay set note = ? where id = ? and state = 'RUNNING'", note, id);
    }

    /** What is left of each partition. */
    public List<Range> left(UUID id) {
        return statements.list(
                "select * from replay_progress where replay_id = ? order by topic_partition",
                found -> new Range(
                        found.getInt("topic_partition"), found.getLong("next_offset"), found.getLong("end_offset")),
                id);
    }

    /** Adds what was done of a partition; says no, and adds nothing, if the replay runs no more. */
    public boolean advance(UUID id, int partition, long nextOffset, Done done) {
        return statements.update(
                        """
                        update replay_progress p set next_offset = ?, handled = p.handled + ?, known = p.known + ?,
                            queued = p.queued + ?, parked = p.parked + ?, unreadable = p.unreadable + ?
                        from replay r
                        where p.replay_id = ? and p.topic_partition = ? and r.id = p.replay_id and r.state = 'RUNNING'""",
                        nextOffset,
                        done.handled(),
                        done.known(),
                        done.queued(),
                        done.parked(),
                        done.unreadable(),
                        id,
                        partition)
                == 1;
    }

    public int deleteEndedBefore(Instant instant) {
        return statements.update(
                "delete from replay where state <> 'RUNNING' and coalesce(ended_at, expires_at) < ?", instant);
    }

    private Replay found(UUID id) {
        return of(id).orElseThrow();
    }

    private List<Replay> select(String where, Object... parameters) {
        return statements.list(SELECT.formatted(where), this::replay, parameters);
    }

    private Replay replay(ResultSet row) throws SQLException {
        String reason = row.getString("reason");
        String ticket = row.getString("ticket");
        return new Replay(
                read(row.getString("plan")),
                row.getString("hash"),
                ReplayState.valueOf(row.getString("state")),
                row.getString("approver"),
                reason == null || ticket == null ? null : new Grounds(reason, ticket),
                row.getObject("events_per_second", Integer.class),
                Statements.instantOrNull(row, "started_at"),
                Statements.instantOrNull(row, "ended_at"),
                row.getString("note"),
                new Done(
                        row.getLong("handled"),
                        row.getLong("known"),
                        row.getLong("queued"),
                        row.getLong("parked"),
                        row.getLong("unreadable")));
    }

    private String written(Plan plan) {
        try {
            return json.writeValueAsString(plan);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A plan is plain values", e);
        }
    }

    private Plan read(String plan) {
        try {
            return json.readValue(plan, Plan.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A plan in the table is not what was written", e);
        }
    }
}
