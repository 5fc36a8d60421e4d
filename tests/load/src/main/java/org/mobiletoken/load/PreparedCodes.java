package org.mobiletoken.load;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.mobiletoken.stack.Database;
import org.mobiletoken.stack.ServiceName;

/** Codes that customers hold in their hands, written into the service's table as if they had just been sent. */
final class PreparedCodes {
    private static final int WRONG_EVERY = 10;
    private static final int AT_ONCE = 5_000;
    private static final String CUSTOMERS =
            "insert into customer (customer_id) select unnest(?::text[]) on conflict do nothing";
    private static final String CODES = """
            insert into otp (customer_id, otp_id, flow_id, purpose, app, client_id, code_hash, state, issued_at, expires_at)
            select customer, otp, gen_random_uuid(), 'ENROLMENT', ?, ?, hash, 'ACTIVE', now(), now() + interval '3 minutes'
            from unnest(?::text[], ?::uuid[], ?::bytea[]) as prepared (customer, otp, hash)""";

    private final List<String> entries = new ArrayList<>(List.of("otpId,customer,typed,expected"));

    /** So many, each of another customer; one entry in ten is wrong. */
    PreparedCodes(Platform platform, int codes) {
        Database database = platform.stack().database(ServiceName.NOTIFICATION);
        try (Connection connection =
                DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password())) {
            for (int done = 0; done < codes; done += AT_ONCE) {
                insert(connection, Math.min(AT_ONCE, codes - done));
            }
        } catch (SQLException | GeneralSecurityException e) {
            throw new IllegalStateException("The codes cannot be prepared", e);
        }
    }

    /** What is typed in and how that is answered, one code a line, under a line with the names. */
    Stream<String> entries() {
        return entries.stream();
    }

    private void insert(Connection connection, int codes) throws SQLException, GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Production.OTP_SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        List<String> customers = new ArrayList<>();
        List<UUID> ids = new ArrayList<>();
        List<byte[]> hashes = new ArrayList<>();
        for (int i = 0; i < codes; i++) {
            UUID otpId = UUID.randomUUID();
            String customer = "verifying-" + otpId;
            int code = ThreadLocalRandom.current().nextInt(1_000_000);
            boolean right = i % WRONG_EVERY != 0;
            customers.add(customer);
            ids.add(otpId);
            hashes.add(hash(mac, otpId, digits(code)));
            entries.add(String.join(
                    ",",
                    otpId.toString(),
                    customer,
                    digits(right ? code : (code + 1) % 1_000_000),
                    right ? "200" : "422"));
        }
        try (var insert = connection.prepareStatement(CUSTOMERS)) {
            insert.setArray(1, connection.createArrayOf("text", customers.toArray()));
            insert.executeUpdate();
        }
        try (var insert = connection.prepareStatement(CODES)) {
            insert.setString(1, Codes.APP);
            insert.setString(2, ServiceName.ENROLMENT.clientId());
            insert.setArray(3, connection.createArrayOf("text", customers.toArray()));
            insert.setArray(4, connection.createArrayOf("uuid", ids.toArray()));
            insert.setArray(5, connection.createArrayOf("bytea", hashes.toArray(byte[][]::new)));
            insert.executeUpdate();
        }
    }

    private static byte[] hash(Mac mac, UUID otpId, String digits) {
        mac.update(ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(otpId.getMostSignificantBits())
                .putLong(otpId.getLeastSignificantBits())
                .array());
        return mac.doFinal(digits.getBytes(StandardCharsets.US_ASCII));
    }

    private static String digits(int code) {
        return String.format(Locale.ROOT, "%06d", code);
    }
}
