package org.mobiletoken.notification.postgres;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The row of each customer: the lock for whatever spans several of the customer's rows, and the version of their events. */
@ApplicationScoped
public class Customers {

    private static final String ADD = "insert into customer (customer_id) values (?) on conflict do nothing";

    private static final String LOCK = "select 1 from customer where customer_id = ? for update";

    private static final String NEXT_VERSION = """
            insert into customer (customer_id, version) values (?, 1)
            on conflict (customer_id) do update set version = customer.version + 1
            returning version""";

    private final Sql sql;

    public Customers(Sql sql) {
        this.sql = sql;
    }

    /** Holds the customer until the transaction ends; what is read afterwards is what was committed before. */
    public void lock(String customerId) {
        sql.together(List.of(add(customerId), lockIfKnown(customerId)));
    }

    /** Locks the customer, too, so the events of one customer are in the order of their versions. */
    public long nextVersion(String customerId) {
        return sql.together(
                List.of(bump(customerId)),
                answers -> answers.rows(row -> row.getLong(1)).getFirst());
    }

    static Command add(String customerId) {
        return Command.of(ADD, customerId);
    }

    static Command lockIfKnown(String customerId) {
        return Command.of(LOCK, customerId);
    }

    /** Finds nobody if the customer is held elsewhere. */
    static Command lockIfFree(String customerId) {
        return Command.of(LOCK + " skip locked", customerId);
    }

    static Command bump(String customerId) {
        return Command.of(NEXT_VERSION, customerId);
    }
}
