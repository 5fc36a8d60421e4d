package org.mobiletoken.sync.postgres;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.mobiletoken.sync.rules.TokenState;

/** The copy of the customers' tokens that a rebuild fills, beside the live one; in plain JDBC, by the thousand. */
@ApplicationScoped
public class RebuiltTokenStates {
    private static final String UPSERT = """
            insert into token_state_rebuilt (customer_id, app, token_id, credential_id, key_thumbprint, enabled,
                effective_at, biometric, version)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (customer_id, app) do update set token_id = excluded.token_id,
                credential_id = excluded.credential_id, key_thumbprint = excluded.key_thumbprint,
                enabled = excluded.enabled, effective_at = excluded.effective_at, biometric = excluded.biometric,
                version = excluded.version""";
    private static final List<String> SWAP = List.of(
            "alter table token_state rename to token_state_swapped",
            "alter table token_state_rebuilt rename to token_state",
            "alter table token_state_swapped rename to token_state_rebuilt",
            "alter table token_state_rebuilt rename constraint token_state_pk to token_state_swapped_pk",
            "alter table token_state rename constraint token_state_rebuilt_pk to token_state_pk",
            "alter table token_state_rebuilt rename constraint token_state_swapped_pk to token_state_rebuilt_pk");

    private final DataSource dataSource;

    RebuiltTokenStates(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    public void empty() {
        run("delete from token_state_rebuilt");
    }

    /** What has been rebuilt of these customers so far. */
    public Map<String, List<TokenState>> of(Collection<String> customers) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("select * from token_state_rebuilt where customer_id = any(?)")) {
            select.setArray(1, connection.createArrayOf("text", customers.toArray()));
            Map<String, List<TokenState>> found = new HashMap<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.computeIfAbsent(row.getString("customer_id"), _ -> new ArrayList<>())
                            .add(state(row));
                }
            }
            return found;
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    public void keep(Map<String, ? extends Collection<TokenState>> states) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement upsert = connection.prepareStatement(UPSERT)) {
            for (var customer : states.entrySet()) {
                for (TokenState state : customer.getValue()) {
                    bind(upsert, customer.getKey(), state);
                    upsert.addBatch();
                }
            }
            upsert.executeBatch();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** Whoever writes to the live table waits until the end of the transaction; nobody waits for long behind this. */
    public void lockLive() {
        run("set local lock_timeout = '10s'");
        run("lock table token_state in access exclusive mode");
    }

    /** The live table becomes the one beside, and the other way round. */
    public void swap() {
        SWAP.forEach(this::run);
    }

    private void run(String sql) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.execute();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static TokenState state(ResultSet row) throws SQLException {
        return new TokenState(
                row.getString("app"),
                row.getObject("token_id", UUID.class),
                row.getObject("credential_id", UUID.class),
                row.getString("key_thumbprint"),
                row.getBoolean("enabled"),
                row.getObject("effective_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("biometric"),
                row.getLong("version"));
    }

    private static void bind(PreparedStatement upsert, String customer, TokenState state) throws SQLException {
        upsert.setString(1, customer);
        upsert.setString(2, state.app());
        upsert.setObject(3, state.tokenId());
        upsert.setObject(4, state.credentialId());
        upsert.setString(5, state.keyThumbprint());
        upsert.setBoolean(6, state.enabled());
        upsert.setObject(7, state.effectiveAt().atOffset(ZoneOffset.UTC));
        upsert.setBoolean(8, state.biometric());
        upsert.setLong(9, state.version());
    }

    private static IllegalStateException failed(SQLException e) {
        return new IllegalStateException("The rebuilt copy of the tokens could not be read or written", e);
    }
}
