package org.mobiletoken.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * Consumers that must not go on by themselves. One that is halted keeps its partitions and holds the next record
 * unacknowledged until operations lets it go on or the process ends; nothing is skipped meanwhile.
 */
@ApplicationScoped
public class Halts {
    private static final Logger LOG = Logger.getLogger(Halts.class);
    private static final Duration LOOK_EVERY = Duration.ofMillis(200);

    private final Map<String, String> reasons = new ConcurrentHashMap<>();
    private final Stopping stopping;

    Halts(Stopping stopping) {
        this.stopping = stopping;
    }

    /**
     * A consumer of this process that does not go on.
     *
     * @param because what happened and what to do, in sentences
     */
    public record Halt(String consumer, String because) {}

    /** All halted consumers of this process. */
    public List<Halt> list() {
        return reasons.entrySet().stream()
                .map(halt -> new Halt(halt.getKey(), halt.getValue()))
                .toList();
    }

    /** Lets the consumer of this process go on with the record that it holds; says no if it was not halted. */
    public boolean resume(String consumer) {
        boolean halted = reasons.remove(consumer) != null;
        if (halted) {
            LOG.warnf("%s goes on, as it was told to", consumer);
        }
        return halted;
    }

    void halt(String consumer, String because) {
        reasons.put(consumer, because);
        LOG.errorf("%s is halted and keeps its next record. %s", consumer, because);
    }

    boolean isHalted(String consumer) {
        return reasons.containsKey(consumer);
    }

    /**
     * Returns once the consumer may go on.
     *
     * @throws IllegalStateException if this process stops meanwhile
     */
    void awaitNone(String consumer) {
        while (isHalted(consumer)) {
            stopping.pause(LOOK_EVERY);
        }
    }
}
