package org.mobiletoken.operations;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.mobiletoken.delivery.Backlog;

/** Tells how event delivery stands in this service. */
@ApplicationScoped
public class ShowStatus {
    /** What waits, who consumes what, and how many dead letters nobody has dealt with. */
    public record Status(
            String service,
            Backlog.Waiting waiting,
            String deadLetterTopic,
            long deadLetters,
            List<Topology.Consumer> consumers) {}

    private final Backlog backlog;
    private final Topology topology;
    private final DeadLetterBox deadLetters;

    ShowStatus(Backlog backlog, Topology topology, DeadLetterBox deadLetters) {
        this.backlog = backlog;
        this.topology = topology;
        this.deadLetters = deadLetters;
    }

    public Status show() {
        return new Status(
                topology.service(),
                backlog.now(),
                topology.deadLetterTopic(),
                deadLetters.countOpen(),
                topology.consumers());
    }
}
