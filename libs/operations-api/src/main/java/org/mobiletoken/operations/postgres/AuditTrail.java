package org.mobiletoken.operations.postgres;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mobiletoken.audit.Entry;
import org.mobiletoken.audit.Seal;
import org.mobiletoken.operations.AuditedTable;
import org.mobiletoken.operations.HistoryRow;
import org.mobiletoken.operations.WrittenSeal;

/** The chain as it is stored, and the rows that it is made of; every method runs in the caller's transaction. */
@ApplicationScoped
public class AuditTrail {
    private static final int LOCK = 0x61756474;

    /**
     * A row's columns in one order and one form whatever the session is set to; a column that a later version adds is empty in
     * older rows, and left out.
     */
    private static final String DIGEST =
            "encode(sha256(convert_to(jsonb_strip_nulls(to_jsonb(t))::text, 'UTF8')), 'hex')";

    private final Statements statements;

    AuditTrail(Statements statements) {
        this.statements = statements;
    }

    /** The chain's end. */
    public record Head(long position, String hash) {
        public static final Head BEGINNING = new Head(0, Entry.BEGINNING);
    }

    /** An entry with the chain's hash there. */
    public record Stored(Entry entry, String hash) {}

    /** One replica at a time adds to the chain, until its transaction ends; false if another does. */
    public boolean hold() {
        return statements
                .list("select pg_try_advisory_xact_lock(?) as held", found -> found.getBoolean("held"), (long) LOCK)
                .getFirst();
    }

    public Head head() {
        return statements
                .list(
                        "select position, hash from audit_entry order by position desc limit 1",
                        found -> new Head(found.getLong("position"), found.getString("hash")))
                .stream()
                .findFirst()
                .orElse(Head.BEGINNING);
    }

    public Optional<WrittenSeal> lastSeal() {
        return statements.list("select * from audit_seal order by id desc limit 1", AuditTrail::seal).stream()
                .findFirst();
    }

    /** Rows since an instant that have no entry, in the order in which they happened. */
    public List<HistoryRow> withoutEntry(AuditedTable table, Instant from, Instant until) {
        inUtc();
        return statements.list(
                """
                select t.%2$s::text as row_id, t.%3$s as at, %5$s as digest from %1$s t
                where (%4$s) and t.%3$s >= ? and t.%3$s < ?
                    and not exists (select from audit_entry e where e.of_table = ? and e.row_id = t.%2$s::text)
                order by t.%3$s, t.%2$s""".formatted(table.name(), table.id(), table.at(), table.audited(), DIGEST),
                found -> new HistoryRow(
                        table.name(),
                        found.getString("row_id"),
                        Statements.instant(found, "at"),
                        found.getString("digest")),
                from,
                until,
                table.name());
    }

    public void add(Entry entry, String hash) {
        statements.update(
                "insert into audit_entry (position, of_table, row_id, at, digest, hash) values (?, ?, ?, ?, ?, ?)",
                entry.position(),
                entry.table(),
                entry.row(),
                entry.at(),
                entry.digest(),
                hash);
    }

    public void add(Seal seal, String written) {
        statements.update(
                "insert into audit_seal (position, sealed_at, seal) values (?, ?, ?)",
                seal.position(),
                seal.sealedAt(),
                written);
    }

    public List<Stored> entriesAfter(long position, int limit) {
        return statements.list(
                "select * from audit_entry where position > ? order by position limit ?",
                AuditTrail::stored,
                position,
                limit);
    }

    public List<WrittenSeal> sealsAfter(long number, int limit) {
        return statements.list(
                "select * from audit_seal where id > ? order by id limit ?", AuditTrail::seal, number, limit);
    }

    /** The digests of rows as they are now; one that is there twice has none that anybody could have sealed. */
    public Map<String, String> digests(AuditedTable table, List<String> rows) {
        inUtc();
        Map<String, String> digests = new HashMap<>();
        statements
                .list(
                        "select t.%2$s::text as row_id, %3$s as digest from %1$s t where t.%2$s::text = any(string_to_array(?, ','))"
                                .formatted(table.name(), table.id(), DIGEST),
                        found -> Map.entry(found.getString("row_id"), found.getString("digest")),
                        String.join(",", rows))
                .forEach(each -> digests.merge(each.getKey(), each.getValue(), (_, _) -> "there twice"));
        return digests;
    }

    private void inUtc() {
        statements.list("select set_config('TimeZone', 'UTC', true)", found -> found.getString(1));
    }

    private static Stored stored(ResultSet found) throws SQLException {
        return new Stored(
                new Entry(
                        found.getLong("position"),
                        found.getString("of_table"),
                        found.getString("row_id"),
                        Statements.instant(found, "at"),
                        found.getString("digest")),
                found.getString("hash"));
    }

    private static WrittenSeal seal(ResultSet found) throws SQLException {
        return new WrittenSeal(
                found.getLong("id"),
                found.getLong("position"),
                Statements.instant(found, "sealed_at"),
                found.getString("seal"));
    }
}
