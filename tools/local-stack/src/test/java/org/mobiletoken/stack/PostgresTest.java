package org.mobiletoken.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PostgresTest {
    @TempDir
    static Path folder;

    private static Postgres postgres;

    @BeforeAll
    static void start() {
        postgres = Postgres.start(folder.resolve("postgres"));
    }

    @AfterAll
    static void stop() {
        postgres.close();
    }

    @ParameterizedTest
    @EnumSource(ServiceName.class)
    void each_login_owns_its_database_and_reaches_no_other(ServiceName owner) throws SQLException {
        Database own = postgres.database(owner.shortName());
        try (Connection connection = connect(own, own.password());
                var statement = connection.createStatement()) {
            statement.execute("create table mine (id int)");
        }
        for (ServiceName other : ServiceName.values()) {
            Database foreign = postgres.database(other.shortName());
            if (other != owner) {
                var trespass = new Database(foreign.jdbcUrl(), own.username(), own.password());
                assertThatThrownBy(() -> connect(trespass, own.password())).hasMessageContaining("permission denied");
            }
        }
    }

    @Test
    void a_wrong_password_is_refused() {
        Database database = postgres.database("lockout");

        assertThatThrownBy(() -> connect(database, "guess")).hasMessageContaining("password authentication failed");
    }

    @Test
    void committed_rows_and_the_port_outlive_a_stop() throws SQLException {
        Database database = postgres.database("kept");
        try (Connection connection = connect(database, database.password());
                var statement = connection.createStatement()) {
            statement.execute("create table fact as select 42 as answer");
        }

        postgres.stop();
        assertThatThrownBy(() -> connect(database, database.password())).isInstanceOf(SQLException.class);
        postgres.start();

        try (Connection connection = connect(database, database.password());
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select answer from fact")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getInt(1)).isEqualTo(42);
        }
    }

    private static Connection connect(Database database, String password) throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), database.username(), password);
    }
}
