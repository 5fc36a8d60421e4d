package org.mobiletoken.operations;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.mobiletoken.operations.kafka.TopicReader;
import org.mobiletoken.operations.postgres.Ledger;
import org.mobiletoken.operations.postgres.Ledger.Action;
import org.mobiletoken.operations.postgres.Rebuilds;
import org.mobiletoken.operations.rules.Decision;
import org.mobiletoken.operations.rules.Range;

/** Plans, starts and aborts rebuilds; a refusal of a decision is recorded as well. */
@ApplicationScoped
public class WorkRebuild {
    static final String UNKNOWN = "There is no such rebuild. List the rebuilds of this service.";

    private final Projections projections;
    private final Topology topology;
    private final TopicReader topics;
    private final Rebuilds rebuilds;
    private final Ledger ledger;

    WorkRebuild(Projections projections, Topology topology, TopicReader topics, Rebuilds rebuilds, Ledger ledger) {
        this.projections = projections;
        this.topology = topology;
        this.topics = topics;
        this.rebuilds = rebuilds;
        this.ledger = ledger;
    }

    public List<Rebuild> newest() {
        return rebuilds.newest();
    }

    public Optional<Rebuild> of(UUID id) {
        return rebuilds.of(id);
    }

    /** Says from where to where the projection would be made anew; nothing is read and nothing is written but the plan. */
    public Outcome<Rebuild> plan(Operator who, String name) {
        Optional<Topology.Consumer> consumer = projections.of(name).flatMap(each -> topology.consumer(each.consumer()));
        if (consumer.isEmpty()) {
            return new Outcome.Refused<>(
                    projections.names().isEmpty()
                            ? topology.service() + " has no projection that could be made anew."
                            : topology.service() + " has no projection " + name + ". It has "
                                    + String.join(", ", projections.names()) + ": name one of these.");
        }
        String topic = consumer.get().topic();
        List<Range> held = topics.held(topic);
        Optional<Range> shortened =
                held.stream().filter(range -> range.from() > 0).findFirst();
        if (held.isEmpty() || shortened.isPresent()) {
            return new Outcome.Refused<>(
                    "The broker no longer holds all of " + topic
                            + " from its first event on, and a projection is made anew from all of them. Restore the topic first.");
        }
        UUID id = UUID.randomUUID();
        return new Outcome.Done<>(QuarkusTransaction.requiringNew().call(() -> {
            Rebuild planned = rebuilds.add(id, name, topic, held, who.subject());
            ledger.add(
                    who,
                    Action.REBUILD_PLANNED,
                    id.toString(),
                    null,
                    name + ": " + planned.total() + " events of " + topic);
            return planned;
        }));
    }

    public Outcome<Rebuild> run(Operator who, UUID id, Grounds grounds) {
        return decide(
                new Step(who, Action.REBUILD_STARTED, id, grounds),
                rebuild -> rebuilds.isUnderWay(rebuild.projection())
                        ? new Decision.Refused("Another rebuild of " + rebuild.projection()
                                + " is under way. Swap it in, or abort it first.")
                        : rebuild.state().run(),
                rebuild -> {
                    projections.of(rebuild.projection()).orElseThrow().begin();
                    return rebuilds.started(rebuild, grounds);
                });
    }

    public Outcome<Rebuild> abort(Operator who, UUID id, Grounds grounds) {
        return decide(
                new Step(who, Action.REBUILD_ABORTED, id, grounds),
                rebuild -> rebuild.state().abort(),
                rebuilds::aborted);
    }

    private record Step(
            Operator who, Action action, UUID id, @Nullable Grounds grounds) {}

    private Outcome<Rebuild> decide(Step step, Function<Rebuild, Decision> rule, UnaryOperator<Rebuild> change) {
        return QuarkusTransaction.requiringNew().call(() -> {
            Optional<Rebuild> locked = rebuilds.lock(step.id());
            if (locked.isEmpty()) {
                return new Outcome.Unknown<>(UNKNOWN);
            }
            return switch (rule.apply(locked.get())) {
                case Decision.Refused(String because) -> {
                    record(step, "refused: " + because);
                    yield new Outcome.Refused<>(because);
                }
                case Decision.Allowed() -> {
                    Rebuild changed = change.apply(locked.get());
                    record(step, changed.state().name());
                    yield new Outcome.Done<>(changed);
                }
            };
        });
    }

    private void record(Step step, String outcome) {
        ledger.add(step.who(), step.action(), step.id().toString(), step.grounds(), outcome);
    }
}
