package org.mobiletoken.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Which events each consumer has taken over, in the transaction of their effect. */
@ApplicationScoped
class InboxTable {
    private static final String INSERT = """
            insert into inbox (consumer, event_id, topic, topic_partition, topic_offset)
            values (?, ?, ?, ?, ?) on conflict do nothing""";

    private final DataSource dataSource;

    InboxTable(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Says no if it was taken over before; a concurrent taker is waited for. */
    boolean takeOver(Delivery delivery) {
        IncomingEvent event = delivery.event();
        try (var connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setString(1, delivery.consumer());
            insert.setObject(2, event.id());
            insert.setString(3, event.topic());
            insert.setInt(4, event.partition());
            insert.setLong(5, event.offset());
            return insert.executeUpdate() == 1;
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }
}
