package org.mobiletoken.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** The halts of all processes of this service, as the processes themselves keep them up to date. */
@ApplicationScoped
class HaltTable {
    /** A process that has been silent for so long holds nothing any more. */
    private static final Duration SILENT = Duration.ofSeconds(30);

    private static final String KEEP = """
            insert into consumer_halt (id, consumer, because) values (?, ?, ?)
            on conflict (id) do update set seen_at = now()
            returning lifted_at is not null as lifted""";
    private static final String LIVE = """
            lifted_at is null and seen_at > now() - make_interval(secs => ?)""";
    private static final String LIST = """
            select id, consumer, because, halted_at from consumer_halt where %s order by halted_at""".formatted(LIVE);
    private static final String LIFT = """
            update consumer_halt set lifted_at = now() where id = ? and %s
            returning consumer, because, halted_at""".formatted(LIVE);

    private final DataSource dataSource;

    HaltTable(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Says that the halt is still there; returns whether somebody has lifted it. */
    boolean keep(UUID id, String consumer, String because) throws SQLException {
        try (var connection = dataSource.getConnection();
                PreparedStatement keep = connection.prepareStatement(KEEP)) {
            keep.setObject(1, id);
            keep.setString(2, consumer);
            keep.setString(3, because);
            try (ResultSet kept = keep.executeQuery()) {
                kept.next();
                return kept.getBoolean("lifted");
            }
        }
    }

    List<Halt> list() {
        try (var connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(LIST)) {
            select.setDouble(1, (double) SILENT.toSeconds());
            List<Halt> halts = new ArrayList<>();
            try (ResultSet found = select.executeQuery()) {
                while (found.next()) {
                    halts.add(halt(found.getObject("id", UUID.class), found));
                }
            }
            return halts;
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    Optional<Halt> lift(UUID id) {
        try (var connection = dataSource.getConnection();
                PreparedStatement lift = connection.prepareStatement(LIFT)) {
            lift.setObject(1, id);
            lift.setDouble(2, (double) SILENT.toSeconds());
            try (ResultSet lifted = lift.executeQuery()) {
                return lifted.next() ? Optional.of(halt(id, lifted)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    private static Halt halt(UUID id, ResultSet found) throws SQLException {
        return new Halt(
                id,
                found.getString("consumer"),
                found.getString("because"),
                found.getObject("halted_at", OffsetDateTime.class).toInstant());
    }
}
