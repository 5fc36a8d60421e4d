package org.mobiletoken.enrolment.postgres;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.mobiletoken.enrolment.rules.BiometricKey;
import org.mobiletoken.enrolment.rules.CredentialId;
import org.mobiletoken.enrolment.rules.PublicJwk;
import org.mobiletoken.enrolment.rules.Token;
import org.mobiletoken.enrolment.rules.TokenId;

/**
 * What every login asks and writes, in plain statements: which live token a key belongs to, whether it still lives under its
 * customer's lock, and that its challenge is used up.
 */
@ApplicationScoped
public class LiveTokens {
    private static final String COLUMNS = """
            t.customer_id, t.id, t.credential_id, t.app, t.device_key, t.device_key_thumbprint, t.device_name, t.biometric_key,
            t.biometric_thumbprint, t.biometric_since, t.enabled_at, t.effective_at""";
    private static final String LIVE = "select " + COLUMNS + """
             from token t join credential c on c.customer_id = t.customer_id and c.id = t.credential_id
            where t.ended_at is null and c.ended_at is null and\s""";

    /**
     * True of all that is asked for, and has the planner take it for one thing. Otherwise it expects ten of an array that it does not
     * know, for which a plan that is kept always looks dearer than one that is made anew for the two or three that came: planning took
     * more than looking.
     */
    private static final String FEW = "asked.number between 1 and 2147483647";

    /**
     * Two look-ups in unique indexes for each key, of which one finds something of the app at most. What stands behind an offset is
     * looked up as it stands: otherwise the planner reads all tokens of an app as long as it takes them for few.
     */
    private static final String BY_KEYS =
            "select asked.number, found.* from unnest(?::text[], ?::text[]) with ordinality"
                    + " as asked (app, thumbprint, number) cross join lateral ("
                    + LIVE + "t.device_key_thumbprint = asked.thumbprint union all "
                    + LIVE
                    + "t.biometric_thumbprint = asked.thumbprint offset 0) as found where found.app = asked.app and "
                    + FEW;

    /** The tokens are read by a statement of their own, which sees what was committed before the locks were had. */
    private static final String HOLD_FREE = "select c.customer_id, c.version from unnest(?::text[]) with ordinality"
            + " as asked (customer_id, number) join customer c on c.customer_id = asked.customer_id where " + FEW
            + " for update of c skip locked; select found.* from unnest(?::text[], ?::uuid[]) with ordinality"
            + " as asked (customer_id, id, number) cross join lateral (" + LIVE
            + "t.customer_id = asked.customer_id and t.id = asked.id offset 0) as found where " + FEW;

    private static final String USE = """
            with used as (
                insert into used_challenge (customer_id, challenge_id, expires_at)
                select customer_id, challenge_id, expires_at
                from unnest(?::text[], ?::uuid[], ?::timestamptz[]) with ordinality
                    as asked (customer_id, challenge_id, expires_at, number)
                where %s
                on conflict do nothing
                returning customer_id),
            counted as (
                update customer c set version = c.version + 1
                from used
                where c.customer_id = used.customer_id and used.customer_id = any (?))
            select customer_id from used""".formatted(FEW);

    private final DataSource dataSource;

    LiveTokens(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * A customer whose row this transaction holds locked.
     *
     * @param version of the last event about the customer
     * @param token the one that was asked for, if it lives
     */
    public record Held(
            String customerId, long version, @Nullable Token token) {}

    /** A key by which a token of an app is looked for: its device key or its biometric key. */
    record Key(String app, String thumbprint) {}

    /** A challenge of a customer. */
    public record Challenge(String customerId, UUID id, Instant expiresAt) {}

    /** The live tokens of these keys, each in the place of its key. */
    List<Optional<Token>> byKeys(List<Key> keys) {
        return run(BY_KEYS, statement -> {
            setTexts(statement, 1, keys, Key::app);
            setTexts(statement, 2, keys, Key::thumbprint);
            List<Optional<Token>> tokens = new ArrayList<>(Collections.nCopies(keys.size(), Optional.empty()));
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) {
                    tokens.set(found.getInt("number") - 1, Optional.of(token(found)));
                }
            }
            return tokens;
        });
    }

    /** Locks until the transaction ends those of the customers whom nobody else holds, and looks for a token of each. */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<Held> holdFree(Map<String, TokenId> wanted) {
        return run(HOLD_FREE, statement -> {
            var customers = statement
                    .getConnection()
                    .createArrayOf("text", wanted.keySet().toArray());
            statement.setArray(1, customers);
            statement.setArray(2, customers);
            statement.setArray(
                    3,
                    statement
                            .getConnection()
                            .createArrayOf(
                                    "uuid",
                                    wanted.values().stream().map(TokenId::value).toArray()));
            statement.execute();
            Map<String, Long> versions = new HashMap<>();
            try (ResultSet held = statement.getResultSet()) {
                while (held.next()) {
                    versions.put(held.getString("customer_id"), held.getLong("version"));
                }
            }
            statement.getMoreResults();
            Map<String, Token> tokens = new HashMap<>();
            try (ResultSet live = statement.getResultSet()) {
                while (live.next()) {
                    tokens.put(live.getString("customer_id"), token(live));
                }
            }
            List<Held> all = new ArrayList<>();
            versions.forEach((customer, version) -> all.add(new Held(customer, version, tokens.get(customer))));
            return all;
        });
    }

    /**
     * Uses challenges up, one of each customer, and raises the versions of the customers about whom there is an event.
     *
     * @param told of those whose challenge had not been used, who get an event with the next version
     * @return the customers whose challenge had not been used
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Set<String> use(Collection<Challenge> challenges, Collection<String> told) {
        return run(USE, statement -> {
            setTexts(statement, 1, challenges, Challenge::customerId);
            setTexts(statement, 2, challenges, challenge -> challenge.id().toString());
            setTexts(
                    statement, 3, challenges, challenge -> challenge.expiresAt().toString());
            setTexts(statement, 4, told, customer -> customer);
            Set<String> used = new HashSet<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    used.add(rows.getString("customer_id"));
                }
            }
            return used;
        });
    }

    private static <T> void setTexts(
            PreparedStatement statement, int index, Collection<T> values, Function<T, String> text)
            throws SQLException {
        statement.setArray(
                index,
                statement
                        .getConnection()
                        .createArrayOf("text", values.stream().map(text).toArray()));
    }

    private static Token token(ResultSet row) throws SQLException {
        String biometric = row.getString("biometric_key");
        return new Token(
                new TokenId(row.getObject("id", UUID.class)),
                row.getString("customer_id"),
                new CredentialId(row.getObject("credential_id", UUID.class)),
                row.getString("app"),
                new PublicJwk(row.getString("device_key"), row.getString("device_key_thumbprint")),
                row.getString("device_name"),
                biometric == null
                        ? null
                        : new BiometricKey(
                                new PublicJwk(biometric, row.getString("biometric_thumbprint")),
                                instant(row, "biometric_since")),
                instant(row, "enabled_at"),
                instant(row, "effective_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    @FunctionalInterface
    private interface Work<T> {
        T with(PreparedStatement statement) throws SQLException;
    }

    private <T> T run(String sql, Work<T> work) {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(sql)) {
            return work.with(statement);
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }
}
