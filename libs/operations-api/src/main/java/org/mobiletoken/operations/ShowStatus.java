package org.mobiletoken.operations;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.mobiletoken.delivery.Backlog;
import org.mobiletoken.delivery.Halts;

/** Tells how event delivery stands in this service. */
@ApplicationScoped
public class ShowStatus {
    /** What waits, who consumes what, and how many dead letters nobody has dealt with, how many consumers are halted. */
    public record Status(
            String service,
            Backlog.Waiting waiting,
            String deadLetterTopic,
            long deadLetters,
            int halts,
            List<Topology.Consumer> consumers) {}

    private final Backlog backlog;
    private final Topology topology;
    private final DeadLetterBox deadLetters;
    private final Halts halts;

    ShowStatus(Backlog backlog, Topology topology, DeadLetterBox deadLetters, Halts halts) {
        this.backlog = backlog;
        this.topology = topology;
        this.deadLetters = deadLetters;
        this.halts = halts;
    }

    public Status show() {
        return new Status(
                topology.service(),
                backlog.now(),
                topology.deadLetterTopic(),
                deadLetters.countOpen(),
                halts.list().size(),
                topology.consumers());
    }
}
