package org.mobiletoken.lockout.postgres;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.mobiletoken.lockout.rules.ETokenId;
import org.mobiletoken.lockout.rules.OathKind;
import org.mobiletoken.lockout.rules.OathPosition;

/** The e-tokens whose seeds the bank has loaded here; how far one has been used outlives its assignment to a customer. */
@ApplicationScoped
public class ETokens {

    private final Sql sql;

    ETokens(Sql sql) {
        this.sql = sql;
    }

    public Optional<StoredEToken> find(ETokenId id) {
        return sql.query("""
                        select manufacturer, serial_number, hash, digits, step_seconds, seed, last_used, drift
                        from e_token where manufacturer = ? and serial_number = ?""", ETokens::stored, id.manufacturer(), id.serialNumber()).stream()
                .findAny();
    }

    /** Whether it was added; one that is there already stays as it is. */
    public boolean add(StoredEToken eToken, Instant now) {
        return sql.update(
                        """
                        insert into e_token (manufacturer, serial_number, hash, digits, step_seconds, seed, last_used,
                                             drift, loaded_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""",
                        eToken.id().manufacturer(),
                        eToken.id().serialNumber(),
                        eToken.kind().hash(),
                        eToken.kind().digits(),
                        eToken.kind() instanceof OathKind.Timed timed
                                ? timed.step().toSeconds()
                                : null,
                        eToken.encryptedSeed(),
                        eToken.position().lastUsed(),
                        eToken.position().drift(),
                        now)
                > 0;
    }

    /** Whether the token moves on to that position: a code counts once, and none that came before it ever again. */
    public boolean moveOn(ETokenId id, OathPosition position) {
        return sql.update(
                        """
                        update e_token set last_used = ?, drift = ?
                        where manufacturer = ? and serial_number = ? and last_used < ?""",
                        position.lastUsed(),
                        position.drift(),
                        id.manufacturer(),
                        id.serialNumber(),
                        position.lastUsed())
                > 0;
    }

    /** E-tokens whose encrypted seed does not begin so, in the order of their names; those that others hold are skipped. */
    public List<StoredEToken> holdUnlessUnder(byte[] prefix, String manufacturer, String serialNumber, int limit) {
        return sql.query("""
                select manufacturer, serial_number, hash, digits, step_seconds, seed, last_used, drift
                from e_token where substr(decode(seed, 'base64'), 1, ?) <> ? and (manufacturer, serial_number) > (?, ?)
                order by manufacturer, serial_number limit ? for update skip locked""", ETokens::stored, prefix.length, prefix, manufacturer, serialNumber, limit);
    }

    public long countUnlessUnder(byte[] prefix) {
        return sql.query(
                        "select count(*) as others from e_token where substr(decode(seed, 'base64'), 1, ?) <> ?",
                        row -> row.getLong("others"),
                        prefix.length,
                        prefix)
                .getFirst();
    }

    public void reencrypt(ETokenId id, String encryptedSeed) {
        sql.update(
                "update e_token set seed = ? where manufacturer = ? and serial_number = ?",
                encryptedSeed,
                id.manufacturer(),
                id.serialNumber());
    }

    private static StoredEToken stored(ResultSet row) throws SQLException {
        return new StoredEToken(
                new ETokenId(row.getString("manufacturer"), row.getString("serial_number")),
                kind(row),
                row.getString("seed"),
                new OathPosition(row.getLong("last_used"), row.getLong("drift")));
    }

    private static OathKind kind(ResultSet row) throws SQLException {
        var hash = OathKind.Hash.valueOf(row.getString("hash"));
        int digits = row.getInt("digits");
        long step = row.getLong("step_seconds");
        return row.wasNull()
                ? new OathKind.Counted(hash, digits)
                : new OathKind.Timed(hash, digits, Duration.ofSeconds(step));
    }
}
