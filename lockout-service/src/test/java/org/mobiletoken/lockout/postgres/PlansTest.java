package org.mobiletoken.lockout.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.TestTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mobiletoken.lockout.rules.AttemptId;
import org.mobiletoken.lockout.rules.CustomerId;
import org.mobiletoken.testing.KafkaResource;
import org.mobiletoken.testing.PostgresResource;
import org.mobiletoken.testing.TokensResource;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(TokensResource.class)
class PlansTest {
    /** The driver prepares what comes for the fifth time, and PostgreSQL then plans it five times before it keeps a plan. */
    private static final int OFTEN = 12;

    /** How many times plans of such statements were made on this connection, and how many times kept ones were used. */
    private record Plans(long made, long kept) {}

    @Inject
    Customers customers;

    @Inject
    Sql sql;

    @Test
    @TestTransaction
    void what_every_attempt_asks_and_writes_is_not_planned_each_time() {
        var customer = new CustomerId(UUID.randomUUID().toString());
        var attempt = new AttemptId(UUID.randomUUID());

        haveManyCustomers();
        ask(customer, attempt);
        var before = plans();
        ask(customer, attempt);

        assertThat(plans())
                .as("customers looked at, held if free and held, each with their attempts, and written")
                .isEqualTo(new Plans(before.made(), before.kept() + 7 * OFTEN));
    }

    /** Where there are few, any plan is as good as another. */
    private void haveManyCustomers() {
        sql.update("insert into customer (customer_id) select 'one of many ' || i from generate_series(1, 5000) i");
        sql.update("analyze customer");
    }

    private void ask(CustomerId customer, AttemptId attempt) {
        for (int i = 0; i < OFTEN; i++) {
            customers.look(List.of(customer));
            customers.holdFree(Map.of(customer, attempt));
            var held = customers.holdOrAdd(customer, attempt);
            sql.updateAll(List.of(Customers.writes(new Change(held, held.lockout(), held.version() + 1))));
        }
    }

    private Plans plans() {
        return sql.query(
                        "select sum(custom_plans) as made, sum(generic_plans) as kept from pg_prepared_statements"
                                + " where statement like '%' || ? || '%'",
                        row -> new Plans(row.getLong("made"), row.getLong("kept")), Sql.FEW)
                .getFirst();
    }
}
