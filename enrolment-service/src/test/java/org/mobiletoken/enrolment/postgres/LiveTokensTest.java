package org.mobiletoken.enrolment.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.TestTransaction;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mobiletoken.enrolment.ServiceTest;
import org.mobiletoken.enrolment.rules.TokenId;

@ServiceTest
class LiveTokensTest {
    /** The driver prepares what comes for the fifth time, and PostgreSQL then plans it five times before it keeps a plan. */
    private static final int OFTEN = 12;

    /** How many times plans of such statements were made on this connection, and how many times kept ones were used. */
    private record Plans(long made, long kept) {}

    @Inject
    LiveTokens tokens;

    @Inject
    EntityManager database;

    @Test
    @TestTransaction
    void what_every_login_asks_is_not_planned_each_time() {
        ask();
        Plans before = plans();
        ask();

        assertThat(plans())
                .as("keys, customers, their tokens, challenges")
                .isEqualTo(new Plans(before.made(), before.kept() + 4 * OFTEN));
    }

    private void ask() {
        for (int i = 0; i < OFTEN; i++) {
            tokens.byKeys(List.of(new LiveTokens.Key("investment", "nobody's"), new LiveTokens.Key("none", "no")));
            tokens.holdFree(Map.of("nobody", TokenId.random()));
            tokens.use(
                    List.of(new LiveTokens.Challenge("nobody", UUID.randomUUID(), Instant.now())), List.of("nobody"));
        }
    }

    private Plans plans() {
        Object[] row = (Object[])
                database.createNativeQuery("select sum(custom_plans), sum(generic_plans) from pg_prepared_statements"
                                + " where statement like '%number between%'")
                        .getSingleResult();
        return new Plans(((Number) row[0]).longValue(), ((Number) row[1]).longValue());
    }
}
