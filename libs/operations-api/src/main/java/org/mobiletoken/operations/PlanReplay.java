package org.mobiletoken.operations;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mobiletoken.operations.Topology.Consumer;
import org.mobiletoken.operations.kafka.TopicReader;
import org.mobiletoken.operations.postgres.Ledger;
import org.mobiletoken.operations.postgres.Ledger.Action;
import org.mobiletoken.operations.postgres.Replays;
import org.mobiletoken.operations.rules.Contents;
import org.mobiletoken.operations.rules.InboxMemory;
import org.mobiletoken.operations.rules.Plan;
import org.mobiletoken.operations.rules.Range;
import org.mobiletoken.operations.rules.Ranges;
import org.mobiletoken.operations.rules.Selection;

/** Says what a replay would do, and keeps that as a plan; no event is handed over. */
@ApplicationScoped
public class PlanReplay {
    private final Topology topology;
    private final TopicReader topics;
    private final Scan scan;
    private final Replays replays;
    private final Ledger ledger;
    private final InboxMemory memory;
    private final OperationsSettings settings;
    private final Clock clock;

    PlanReplay(
            Topology topology,
            TopicReader topics,
            Scan scan,
            Replays replays,
            Ledger ledger,
            InboxMemory memory,
            OperationsSettings settings,
            Clock clock) {
        this.topology = topology;
        this.topics = topics;
        this.scan = scan;
        this.replays = replays;
        this.ledger = ledger;
        this.memory = memory;
        this.settings = settings;
        this.clock = clock;
    }

    /** A selection as asked for: the consumer may be left out where only one reads the topic, and the other way round. */
    public record Wanted(
            @Nullable String consumer,
            @Nullable String topic,
            List<Integer> partitions,
            @Nullable Long fromOffset,
            @Nullable Long toOffset,
            @Nullable Instant since,
            @Nullable Instant until,
            @Nullable String key,
            List<String> types) {
        Selection of(Consumer one) {
            return new Selection(one.name(), one.topic(), partitions, fromOffset, toOffset, since, until, key, types);
        }
    }

    public Outcome<Replay> plan(Operator who, Wanted wanted) {
        List<Consumer> fitting = topology.consumers().stream()
                .filter(each -> wanted.consumer() == null || wanted.consumer().equals(each.name()))
                .filter(each -> wanted.topic() == null || wanted.topic().equals(each.topic()))
                .toList();
        return fitting.size() == 1
                ? plan(who, wanted.of(fitting.getFirst()))
                : new Outcome.Refused<>((fitting.isEmpty() ? "No consumer" : "More than one consumer") + " of "
                        + topology.service() + " fits. Its consumers are " + consumers() + ": name one of these.");
    }

    private Outcome<Replay> plan(Operator who, Selection selection) {
        return switch (Ranges.fix(selection, topics.held(selection.topic()), clock.instant())) {
            case Ranges.Refused(String because) -> new Outcome.Refused<>(because);
            case Ranges.Fixed(List<Range> ranges) -> plan(who, selection, narrowed(selection, ranges));
        };
    }

    private Outcome<Replay> plan(Operator who, Selection selection, List<Range> ranges) {
        Contents contents = scan.of(selection, ranges);
        Instant now = clock.instant();
        if (contents.tooOld() > 0) {
            return new Outcome.Refused<>(memory.refusal(contents.tooOld(), now));
        }
        if (contents.events() == 0) {
            return new Outcome.Refused<>("No event of " + selection.topic()
                    + " has this key, type and time within these offsets. Check them, or choose a wider range.");
        }
        Plan plan = new Plan(
                UUID.randomUUID(),
                who.subject(),
                now,
                now.plus(settings.planValidFor()),
                selection,
                ranges.stream().filter(range -> !range.holdsNothing()).toList(),
                contents);
        return new Outcome.Done<>(QuarkusTransaction.requiringNew().call(() -> {
            Replay replay = replays.add(plan);
            ledger.add(
                    who,
                    Action.REPLAY_PLANNED,
                    plan.id().toString(),
                    null,
                    selection.consumer() + ", " + selection.topic() + ": " + contents.events() + " events, "
                            + contents.known() + " known");
            return replay;
        }));
    }

    private List<Range> narrowed(Selection selection, List<Range> ranges) {
        Instant since = selection.since();
        return since == null ? ranges : topics.since(selection.topic(), ranges, since);
    }

    private String consumers() {
        return topology.consumers().stream()
                .map(each -> each.name() + " (" + each.topic() + ")")
                .collect(Collectors.joining(", "));
    }
}
