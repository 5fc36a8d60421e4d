package org.mobiletoken.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import javax.net.ssl.SSLHandshakeException;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mobiletoken.stack.Database;
import org.mobiletoken.testing.PostgresResource;

class WhyNotStartedTest {
    private final Database database = PostgresResource.freshDatabase();

    @TempDir
    Path migrations;

    @Test
    void a_wrong_password_is_told_with_the_settings_to_look_at_and_without_its_value() {
        Throwable failure = catchThrowable(() -> flyway(database.jdbcUrl(), "not-the-password"));

        assertThat(WhyNotStarted.in(failure))
                .isEqualTo("The database refuses the user or the password (SQL state 28P01): check"
                        + " quarkus.datasource.username and quarkus.datasource.password.");
    }

    @Test
    void a_database_that_does_not_exist_or_does_not_answer_is_told() {
        String absent = database.jdbcUrl().replaceAll("/[^/?]+(\\?|$)", "/absent$1");
        assertThat(WhyNotStarted.in(catchThrowable(() -> flyway(absent, database.password()))))
                .startsWith("The database does not exist (SQL state 3D000)");
        assertThat(WhyNotStarted.in(catchThrowable(
                        () -> flyway("jdbc:postgresql://127.0.0.1:9/x?connectTimeout=1", database.password()))))
                .startsWith("The database does not answer (SQL state 08001)");
    }

    @Test
    void a_tls_that_does_not_fit_is_told() {
        var failure = new IllegalStateException(
                new SQLException("SSL error", "08006", new SSLHandshakeException("PKIX path building failed")));

        assertThat(WhyNotStarted.in(failure)).startsWith("The database and this service do not agree on TLS");
    }

    @Test
    void a_migration_that_fails_half_way_is_named_and_leaves_the_schema_as_it_was() throws Exception {
        migration("V1__depots.sql", "create table depot (id integer);");
        migration("V2__parcels.sql", "create table parcel (id integer); insert into parcel select 1 from absent;");

        Throwable failure = catchThrowable(() -> flyway(database.jdbcUrl(), database.password()));

        assertThat(WhyNotStarted.in(failure))
                .isEqualTo("The migration V2__parcels.sql failed (SQL state 42P01) and was rolled back: the schema is"
                        + " as it was before it.");
        assertThat(tables()).isEqualTo("depot");

        migration("V2__parcels.sql", "create table parcel (id integer);");
        flyway(database.jdbcUrl(), database.password());
        assertThat(tables()).as("once it is mended").isEqualTo("depot,parcel");
    }

    @Test
    void everything_else_is_told_in_the_words_of_its_cause_on_one_line() {
        var failure = new RuntimeException(
                "Failed to start quarkus", new IllegalStateException("The setting x\n  is missing.\n"));

        assertThat(WhyNotStarted.in(failure)).isEqualTo("The setting x is missing.");
        assertThat(WhyNotStarted.in(new IllegalStateException())).isEqualTo("java.lang.IllegalStateException");
    }

    private void migration(String name, String sql) throws IOException {
        Files.writeString(migrations.resolve(name), sql);
    }

    private void flyway(String url, String password) {
        Flyway.configure()
                .dataSource(url, database.username(), password)
                .locations("filesystem:" + migrations)
                .connectRetries(0)
                .load()
                .migrate();
    }

    private String tables() throws SQLException {
        try (var connection =
                        DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password());
                var found = connection
                        .createStatement()
                        .executeQuery("select string_agg(tablename, ',' order by tablename) from pg_tables"
                                + " where schemaname = 'public' and tablename <> 'flyway_schema_history'")) {
            found.next();
            return found.getString(1);
        }
    }
}
