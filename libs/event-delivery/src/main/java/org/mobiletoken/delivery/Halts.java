package org.mobiletoken.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Consumers that must not go on by themselves. One that is halted keeps its partitions and holds the next record
 * unacknowledged until operations lifts the halt, through whichever replica, or its process ends; nothing is skipped
 * meanwhile.
 */
@ApplicationScoped
public class Halts {
    private static final Logger LOG = Logger.getLogger(Halts.class);
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);

    private final Map<String, Own> own = new ConcurrentHashMap<>();
    private final HaltTable table;
    private final Stopping stopping;

    Halts(HaltTable table, Stopping stopping) {
        this.table = table;
        this.stopping = stopping;
    }

    private record Own(UUID id, String because) {}

    /** The halted consumers of all processes of this service, the oldest first. */
    public List<Halt> list() {
        return table.list();
    }

    /**
     * Lets the consumer go on with the record that it holds, within a second. Joins the caller's transaction.
     *
     * @return the halt, unless it was lifted before or its process has ended
     */
    public Optional<Halt> lift(UUID id) {
        return table.lift(id);
    }

    void halt(String consumer, String because) {
        own.put(consumer, new Own(UUID.randomUUID(), because));
        LOG.errorf("%s is halted and keeps its next record. %s", consumer, because);
    }

    boolean isHalted(String consumer) {
        return own.containsKey(consumer);
    }

    /** By consumer, why those of this process do not go on. */
    Map<String, String> ofThisProcess() {
        return own.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, halt -> halt.getValue().because()));
    }

    /**
     * Returns once the consumer may go on.
     *
     * @throws IllegalStateException if this process stops meanwhile
     */
    void awaitNone(String consumer) {
        for (@Nullable Own halt = own.get(consumer); halt != null; halt = own.get(consumer)) {
            if (isLifted(consumer, halt)) {
                own.remove(consumer, halt);
                LOG.warnf("%s goes on, as it was told to", consumer);
            } else {
                stopping.pause(LOOK_EVERY);
            }
        }
    }

    private boolean isLifted(String consumer, Own halt) {
        try {
            return table.keep(halt.id(), consumer, halt.because());
        } catch (SQLException e) {
            LOG.warnf("Whether %s may go on cannot be asked: %s", consumer, Failures.describe(e));
            return false;
        }
    }
}
