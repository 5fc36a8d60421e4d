package org.mobiletoken.http;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The table of idempotency keys: one statement claims a key, so that of parallel requests exactly one goes on. */
@ApplicationScoped
class IdempotencyKeys {
    /** Whose key it is. */
    record Scope(String customer, String client, String endpoint, String key) {}

    /** An answer as it went out. */
    record Answer(
            int status,
            @Nullable String contentType,
            @Nullable String body) {}

    /** What became of trying to claim a key. */
    sealed interface Claim {
        record Mine(UUID id) implements Claim {}

        record InProgress() implements Claim {}

        record OtherBody() implements Claim {}

        record Answered(Answer answer) implements Claim {}
    }

    private static final String CLAIM = """
            insert into idempotency_key as k
                (customer_id, client_id, endpoint, idempotency_key, body_mac, claim_id, leased_until, expires_at)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            on conflict on constraint idempotency_key_pk do update
                set body_mac = excluded.body_mac, claim_id = excluded.claim_id,
                    leased_until = excluded.leased_until, expires_at = excluded.expires_at,
                    status = null, content_type = null, body = null
                where k.expires_at <= ?
                   or (k.status is null and k.leased_until <= ? and k.body_mac = excluded.body_mac)
            """;
    private static final String READ = """
            select body_mac, status, content_type, body from idempotency_key
            where customer_id = ? and client_id = ? and endpoint = ? and idempotency_key = ?
            """;
    private static final String ANSWER = """
            update idempotency_key set status = ?, content_type = ?, body = ?
            where customer_id = ? and client_id = ? and endpoint = ? and idempotency_key = ? and claim_id = ?
            """;
    private static final String RELEASE = """
            delete from idempotency_key
            where customer_id = ? and client_id = ? and endpoint = ? and idempotency_key = ? and claim_id = ?
            """;

    private final DataSource dataSource;
    private final Clock clock;
    private final IdempotencySettings settings;

    IdempotencyKeys(DataSource dataSource, Clock clock, IdempotencySettings settings) {
        this.dataSource = dataSource;
        this.clock = clock;
        this.settings = settings;
    }

    Claim claim(Scope scope, byte[] bodyMac) throws SQLException {
        UUID claimId = UUID.randomUUID();
        Instant now = clock.instant();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement claim = connection.prepareStatement(CLAIM)) {
            int next = bind(claim, 1, scope);
            claim.setBytes(next++, bodyMac);
            claim.setObject(next++, claimId);
            claim.setObject(next++, sql(now.plus(settings.lease())));
            claim.setObject(next++, sql(now.plus(settings.keep())));
            claim.setObject(next++, sql(now));
            claim.setObject(next, sql(now));
            return claim.executeUpdate() == 1 ? new Claim.Mine(claimId) : existing(connection, scope, bodyMac);
        }
    }

    private static Claim existing(Connection connection, Scope scope, byte[] bodyMac) throws SQLException {
        try (PreparedStatement read = connection.prepareStatement(READ)) {
            bind(read, 1, scope);
            try (ResultSet row = read.executeQuery()) {
                if (!row.next()) {
                    return new Claim.InProgress(); // released a moment ago: the caller tries again
                }
                if (!MessageDigest.isEqual(row.getBytes(1), bodyMac)) {
                    return new Claim.OtherBody();
                }
                int status = row.getInt(2);
                return row.wasNull()
                        ? new Claim.InProgress()
                        : new Claim.Answered(new Answer(status, row.getString(3), row.getString(4)));
            }
        }
    }

    void answer(Scope scope, UUID claimId, Answer answer) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update = connection.prepareStatement(ANSWER)) {
            update.setInt(1, answer.status());
            update.setString(2, answer.contentType());
            update.setString(3, answer.body());
            update.setObject(bind(update, 4, scope), claimId);
            update.executeUpdate();
        }
    }

    void release(Scope scope, UUID claimId) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement delete = connection.prepareStatement(RELEASE)) {
            delete.setObject(bind(delete, 1, scope), claimId);
            delete.executeUpdate();
        }
    }

    /** Deletes what has expired and says how many that were. */
    int purge() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement delete =
                        connection.prepareStatement("delete from idempotency_key where expires_at <= ?")) {
            delete.setObject(1, sql(clock.instant()));
            return delete.executeUpdate();
        }
    }

    private static int bind(PreparedStatement statement, int from, Scope scope) throws SQLException {
        statement.setString(from, scope.customer());
        statement.setString(from + 1, scope.client());
        statement.setString(from + 2, scope.endpoint());
        statement.setString(from + 3, scope.key());
        return from + 4;
    }

    private static OffsetDateTime sql(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
