package org.mobiletoken.enrolment.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
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

    @Inject
    LiveTokens tokens;

    @Inject
    EntityManager database;

    @Test
    void what_every_login_asks_is_not_planned_each_time() {
        List<Object[]> statements = QuarkusTransaction.requiringNew().call(() -> {
            for (int i = 0; i < OFTEN; i++) {
                tokens.byKeys(List.of(new LiveTokens.Key("investment", "nobody's"), new LiveTokens.Key("none", "no")));
                tokens.holdFree(Map.of("nobody", TokenId.random()));
                tokens.use(
                        List.of(new LiveTokens.Challenge("nobody", UUID.randomUUID(), Instant.now())),
                        List.of("nobody"));
            }
            return database.createNativeQuery(
                            "select statement, generic_plans from pg_prepared_statements"
                                    + " where statement like '%asked.number%'",
                            Object[].class)
                    .getResultList();
        });

        assertThat(statements)
                .as("keys, customers, their tokens, challenges")
                .hasSize(4)
                .allSatisfy(statement -> assertThat((Long) statement[1])
                        .as((String) statement[0])
                        .isPositive());
    }
}
