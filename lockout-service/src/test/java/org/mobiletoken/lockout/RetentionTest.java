package org.mobiletoken.lockout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.mobiletoken.testing.KafkaResource;
import org.mobiletoken.testing.MovableClock;
import org.mobiletoken.testing.PostgresResource;
import org.mobiletoken.testing.StatedRetention;
import org.mobiletoken.testing.TestTokens;
import org.mobiletoken.testing.TokensResource;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(TokensResource.class)
class RetentionTest {

    private final LockoutClient lockout = new LockoutClient();
    private final String customer = LockoutClient.newCustomer();
    private final MovableClock clock;
    private final Sweep sweep;
    private final DataSource dataSource;

    RetentionTest(MovableClock clock, Sweep sweep, DataSource dataSource) {
        this.clock = clock;
        this.sweep = sweep;
        this.dataSource = dataSource;
    }

    @Test
    void attempts_are_kept_for_400_days_and_freezes_with_their_history_for_seven_years() {
        lockout.wrong(customer, 6);
        clock.advance(Duration.ofDays(399));
        sweep.sweep();
        sweep.purge();
        history().body("lines", hasSize(6 * 2 + 2));
        clock.advance(Duration.ofDays(2));
        sweep.purge();
        history().body("lines", hasSize(2));
        clock.advance(Duration.ofDays(2557));
        sweep.purge();
        history().body("lines", hasSize(0));
        lockout.wrong(customer).body("attemptsLeft", equalTo(5));
    }

    @Test
    void a_freeze_in_force_is_never_deleted() {
        for (int i = 0; i < 3; i++) {
            lockout.wrong(customer, 6);
            clock.advance(Duration.ofHours(25));
        }
        clock.advance(Duration.ofDays(4000));
        sweep.purge();
        lockout.freeze(customer).body("frozen", equalTo(true)).body("kind", equalTo("PERMANENT"));
    }

    @Test
    void every_table_has_a_stated_retention() {
        assertThat(StatedRetention.missing(dataSource, "lockout-service")).isEmpty();
    }

    private ValidatableResponse history() {
        return LockoutClient.as(TestTokens.staff("officer.ho", "branch-officer"))
                .get("/v1/customers/" + customer + "/lockout/history?limit=200")
                .then()
                .statusCode(200);
    }
}
