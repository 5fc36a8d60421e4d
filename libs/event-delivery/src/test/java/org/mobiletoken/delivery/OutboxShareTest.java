package org.mobiletoken.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mobiletoken.delivery.Eventually.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutboxShareTest {
    private final OutboxDatabase database = new OutboxDatabase();
    private final OutboxShare share = new OutboxShare(0, 1);
    private final ReadFrom from = new ReadFrom(() -> 0);

    @Test
    void an_id_that_a_running_transaction_can_still_commit_is_not_left_out() throws SQLException {
        from.next();
        try (Connection late = database.dataSource().getConnection();
                Connection reading = database.dataSource().getConnection()) {
            late.setAutoCommit(false);
            OutboxDatabase.add(late, "parcels", "late parcel", "late");
            database.add("parcels", "parcel", "early");
            long early = read(reading).getFirst();
            from.deleted(share.delete(reading, List.of(early)));

            assertThat(read(reading)).isEmpty();
            assertThat(from.next()).isZero();

            late.commit();
            assertThat(read(reading))
                    .singleElement()
                    .satisfies(id -> assertThat(id).isLessThan(early));
            await().until(() -> {
                read(reading);
                return from.next() == early;
            });
        }
    }

    private List<Long> read(Connection connection) throws SQLException {
        OutboxReading reading = share.next(connection, from.next(), List.of(), 10);
        from.read(reading);
        return reading.rows().stream().map(OutboxRow::id).toList();
    }
}
