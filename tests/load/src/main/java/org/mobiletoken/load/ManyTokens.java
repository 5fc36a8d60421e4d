package org.mobiletoken.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.mobiletoken.bank.Gateway;
import org.mobiletoken.bank.Phone;
import org.mobiletoken.stack.ServiceName;
import org.postgresql.PGConnection;

/**
 * Customers with live tokens and biometric login, copied straight into the tables of enrolment-service and lockout-service. Some of
 * them, evenly spread, have phones that can log in; the keys of the others are made up.
 */
final class ManyTokens {
    private static final String APP = Enrolling.USABLE_AT_ONCE;
    private static final String DEVICE = "Pixel 12";
    private static final String SINCE = "2026-01-01 00:00:00+00";
    private static final int AT_ONCE = 10_000;
    private static final int THUMBPRINT_BYTES = 32;

    private final Platform platform;
    private final JsonNode publishedKeys;
    private int tokens;

    ManyTokens(Platform platform) {
        this.platform = platform;
        this.publishedKeys = new Gateway(platform.endpoints(), APP).publishedKeys();
    }

    /** What one COPY takes: the rows of each table, one a line. */
    private static final class Rows {
        private final StringBuilder customers = new StringBuilder();
        private final StringBuilder credentials = new StringBuilder();
        private final StringBuilder tokens = new StringBuilder();

        void add(
                String customer, String deviceKey, String thumbprint, String biometricKey, String biometricThumbprint) {
            UUID credential = RandomIds.next();
            line(customers, customer, 0);
            line(credentials, customer, credential, "nobody knows", SINCE);
            line(
                    tokens,
                    customer,
                    RandomIds.next(),
                    credential,
                    APP,
                    deviceKey,
                    thumbprint,
                    DEVICE,
                    biometricKey,
                    biometricThumbprint,
                    SINCE,
                    SINCE,
                    SINCE,
                    true);
        }

        private static void line(StringBuilder rows, Object... values) {
            for (int i = 0; i < values.length; i++) {
                rows.append(i == 0 ? "" : "\t").append(values[i]);
            }
            rows.append('\n');
        }
    }

    /**
     * Adds tokens until there are so many.
     *
     * @return so many phones, each of one of the tokens that were added
     */
    List<Handset> growTo(int wanted, int phones) {
        int every = (wanted - tokens) / phones;
        List<Handset> handsets = new ArrayList<>();
        try (Connection enrolment = connect(ServiceName.ENROLMENT);
                Connection lockout = connect(ServiceName.LOCKOUT)) {
            while (tokens < wanted) {
                var rows = new Rows();
                for (int end = Math.min(wanted, tokens + AT_ONCE); tokens < end; tokens++) {
                    if (tokens % every == 0 && handsets.size() < phones) {
                        handsets.add(addPhone(rows));
                    } else {
                        rows.add(customer(), key(), thumbprint(), key(), thumbprint());
                    }
                }
                copy(enrolment, "customer (customer_id, version)", rows.customers);
                copy(enrolment, "credential (customer_id, id, passcode_verifier, created_at)", rows.credentials);
                copy(
                        enrolment,
                        "token (customer_id, id, credential_id, app, device_key, device_key_thumbprint, device_name,"
                                + " biometric_key, biometric_thumbprint, biometric_since, enabled_at, effective_at,"
                                + " announced_effective)",
                        rows.tokens);
                copy(lockout, "customer (customer_id, version)", rows.customers);
            }
            for (Connection connection : List.of(enrolment, lockout)) {
                try (var statement = connection.createStatement()) {
                    statement.execute("analyze");
                }
            }
            return handsets;
        } catch (SQLException e) {
            throw new IllegalStateException("The tokens could not be copied", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Handset addPhone(Rows rows) {
        var phone = new Phone(DEVICE, publishedKeys, Clock.systemUTC());
        rows.add(
                customer(),
                phone.publicKey(APP),
                phone.thumbprint(APP),
                phone.biometricPublicKey(APP),
                phone.biometricThumbprint(APP));
        return new Handset(customer(), APP, phone, Enrolling.PASSCODE);
    }

    private String customer() {
        return "grown-" + tokens;
    }

    private static String key() {
        return "{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"" + thumbprint() + "\",\"y\":\"" + thumbprint() + "\"}";
    }

    private static String thumbprint() {
        byte[] bytes = new byte[THUMBPRINT_BYTES];
        ThreadLocalRandom.current().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static void copy(Connection connection, String table, StringBuilder rows) throws SQLException, IOException {
        connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy " + table + " from stdin", new StringReader(rows.toString()));
    }

    private Connection connect(ServiceName service) throws SQLException {
        var database = platform.stack().database(service);
        return DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password());
    }
}
