package org.mobiletoken.load;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.mobiletoken.stack.ServiceName;

/** Customers whose tokens in both apps share a credential, put straight into the stores of enrolment-service and sync-service. */
final class LinkedCustomers {
    private static final String ENROLLED = """
            with numbers as (select n, %1$s from generate_series(%2$d, %3$d) n),
                customers as (
                    insert into customer (customer_id, version)
                    select customer_id, 2 from numbers returning customer_id),
                credentials as (
                    insert into credential (customer_id, id, passcode_verifier, created_at)
                    select customer_id, credential_id, 'nobody knows', now() - interval '1 day' from numbers returning id)
            insert into token (customer_id, id, credential_id, app, device_key, device_key_thumbprint, device_name,
                enabled_at, effective_at, announced_effective)
            select customer_id, md5(customer_id || app)::uuid, credential_id, app, '{}', md5(customer_id || app), 'Pixel 12',
                now() - interval '1 day', now() - interval '1 hour', true
            from numbers, (values ('mobile-banking'), ('investment')) apps (app)""";
    private static final String KNOWN = """
            with numbers as (select n, %1$s from generate_series(%2$d, %3$d) n),
                customers as (
                    insert into customer (customer_id, version)
                    select customer_id, 0 from numbers returning customer_id)
            insert into token_state (customer_id, app, token_id, credential_id, key_thumbprint, enabled, effective_at,
                biometric, version)
            select customer_id, app, md5(customer_id || app)::uuid, credential_id, md5(customer_id || app), true,
                now() - interval '1 hour', false, 2
            from numbers, (values ('mobile-banking'), ('investment')) apps (app)""";
    private static final String IDS = "'%s' || n as customer_id, md5('credential of ' || n)::uuid as credential_id";

    private LinkedCustomers() {}

    /**
     * @param prefix of their ids, before their numbers
     * @param upTo the number after the last one
     */
    static void create(Platform platform, String prefix, int from, int upTo) {
        String ids = IDS.formatted(prefix);
        run(platform, ServiceName.ENROLMENT, ENROLLED.formatted(ids, from, upTo - 1));
        run(platform, ServiceName.SYNC, KNOWN.formatted(ids, from, upTo - 1));
    }

    private static void run(Platform platform, ServiceName service, String sql) {
        var database = platform.stack().database(service);
        try (Connection connection =
                        DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password());
                var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        } catch (SQLException e) {
            throw new IllegalStateException("The customers could not be put into " + service, e);
        }
    }
}
