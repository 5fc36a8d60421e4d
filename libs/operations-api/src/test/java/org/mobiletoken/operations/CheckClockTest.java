package org.mobiletoken.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CheckClockTest {
    private static final Instant DATABASE = Instant.parse("2026-03-01T12:00:00Z");
    private static final Duration FIVE_SECONDS = Duration.ofSeconds(5);

    @ParameterizedTest
    @ValueSource(longs = {-5_000, 0, 5_000})
    void a_clock_within_five_seconds_of_the_databases_is_right(long millis) {
        assertThat(CheckClock.problem(DATABASE.plusMillis(millis), DATABASE, FIVE_SECONDS))
                .isEmpty();
    }

    @Test
    void a_clock_that_is_further_off_is_told_by_how_much_and_which_way() {
        assertThat(CheckClock.problem(DATABASE.plusMillis(5_001), DATABASE, FIVE_SECONDS))
                .contains("The clock of this host is 5 s ahead of the database's; at most 5 s are allowed."
                        + " Set right whichever is wrong.");
        assertThat(CheckClock.problem(DATABASE.minusSeconds(93), DATABASE, FIVE_SECONDS))
                .get()
                .asString()
                .startsWith("The clock of this host is 93 s behind the database's");
    }

    @ParameterizedTest
    @CsvSource({"28P01, true", "28000, true", "3D000, true", "08006, false", "57P03, false", ", false"})
    void a_database_that_does_not_let_the_service_in_is_told_from_one_that_is_away(String state, boolean refused) {
        assertThat(CheckClock.isRefused(new SQLException("", state))).isEqualTo(refused);
    }
}
