package org.mobiletoken.operations;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mobiletoken.delivery.Redelivered;
import org.mobiletoken.delivery.Redelivery;
import org.mobiletoken.operations.kafka.TopicReader;
import org.mobiletoken.operations.postgres.DeadLetterResolutions;
import org.mobiletoken.operations.postgres.Ledger;
import org.mobiletoken.operations.postgres.Ledger.Action;
import org.mobiletoken.operations.rules.InboxMemory;
import org.mobiletoken.operations.rules.Range;

/**
 * The dead letters of this service that nobody has dealt with. A letter that is handed to its handler again and still
 * cannot be read stays where it is: it never becomes another letter.
 */
@ApplicationScoped
public class DeadLetterBox {
    private static final String NO_LETTER =
            "There is no such dead letter, or not any more. List the dead letters again.";

    private final Topology topology;
    private final TopicReader topics;
    private final DeadLetterResolutions resolutions;
    private final Redelivery redelivery;
    private final Ledger ledger;
    private final InboxMemory memory;
    private final Clock clock;

    DeadLetterBox(
            Topology topology,
            TopicReader topics,
            DeadLetterResolutions resolutions,
            Redelivery redelivery,
            Ledger ledger,
            InboxMemory memory,
            Clock clock) {
        this.topology = topology;
        this.topics = topics;
        this.resolutions = resolutions;
        this.redelivery = redelivery;
        this.ledger = ledger;
        this.memory = memory;
        this.clock = clock;
    }

    /** How many are open, without reading them. */
    public long countOpen() {
        String topic = topology.deadLetterTopic();
        List<Range> held = topics.held(topic);
        long letters =
                held.stream().mapToLong(range -> range.to() - range.from()).sum();
        long resolved = resolutions.of(topic).stream()
                .filter(place -> held.stream()
                        .anyMatch(range -> range.partition() == place.partition() && range.from() <= place.offset()))
                .count();
        return letters - resolved;
    }

    /** The open ones, as many as fit; oldest first within a partition. */
    public List<DeadLetter> open(int limit) {
        String topic = topology.deadLetterTopic();
        Set<Place> resolved = new HashSet<>(resolutions.of(topic));
        List<DeadLetter> open = new ArrayList<>();
        topics.read(topic, topics.held(topic), (_, records) -> {
            records.stream()
                    .filter(record -> !resolved.contains(new Place(record.partition(), record.offset())))
                    .map(DeadLetter::new)
                    .limit((long) limit - open.size())
                    .forEach(open::add);
            return open.size() < limit;
        });
        return open;
    }

    public Outcome<DeadLetter> show(Place place) {
        return find(place)
                .<Outcome<DeadLetter>>map(Outcome.Done::new)
                .orElseGet(() -> new Outcome.Unknown<>(NO_LETTER));
    }

    public Outcome<Redelivered> redrive(Operator who, Place place, Grounds grounds) {
        Optional<DeadLetter> letter = find(place);
        if (letter.isEmpty()) {
            return new Outcome.Unknown<>(NO_LETTER);
        }
        String consumer = letter.get().consumer();
        if (topology.consumer(consumer).isEmpty()) {
            return refused(
                    who,
                    Action.DEAD_LETTER_REDRIVEN,
                    place,
                    grounds,
                    "This version of the service has no consumer " + consumer
                            + " any more. Discard the letter, or run the version that had it.");
        }
        if (!memory.covers(letter.get().deadSince(), clock.instant())) {
            return refused(who, Action.DEAD_LETTER_REDRIVEN, place, grounds, memory.refusal(1, clock.instant()));
        }
        QuarkusTransaction.requiringNew()
                .run(() -> ledger.add(who, Action.DEAD_LETTER_REDRIVEN, subject(place), grounds, "begun"));
        Redelivered result = redelivery.redeliver(consumer, letter.get().original());
        if (result == Redelivered.UNDECODABLE) {
            return refused(
                    who,
                    Action.DEAD_LETTER_REDRIVEN,
                    place,
                    grounds,
                    "The letter still cannot be read, and stays."
                            + " Redrive it once the service can read it, or discard it.");
        }
        return end(who, Action.DEAD_LETTER_REDRIVEN, place, grounds, Resolution.REDRIVEN, result);
    }

    public Outcome<Resolution> discard(Operator who, Place place, Grounds grounds) {
        return find(place).isEmpty()
                ? new Outcome.Unknown<>(NO_LETTER)
                : end(who, Action.DEAD_LETTER_DISCARDED, place, grounds, Resolution.DISCARDED, Resolution.DISCARDED);
    }

    /** The topic has a retention of its own; what it no longer holds needs no resolution. */
    @Scheduled(every = "24h", delayed = "10m")
    void purge() {
        String topic = topology.deadLetterTopic();
        topics.held(topic).forEach(range -> resolutions.deleteBelow(topic, range.partition(), range.from()));
    }

    private Optional<DeadLetter> find(Place place) {
        String topic = topology.deadLetterTopic();
        boolean held = topics.held(topic).stream()
                .anyMatch(range -> range.partition() == place.partition()
                        && range.from() <= place.offset()
                        && place.offset() < range.to());
        if (!held || resolutions.of(topic, place).isPresent()) {
            return Optional.empty();
        }
        List<DeadLetter> found = new ArrayList<>();
        Range one = new Range(place.partition(), place.offset(), place.offset() + 1);
        topics.read(topic, List.of(one), (_, records) -> {
            records.forEach(record -> found.add(new DeadLetter(record)));
            return true;
        });
        return found.stream().findFirst();
    }

    private <T> Outcome<T> end(
            Operator who, Action action, Place place, Grounds grounds, Resolution resolution, T result) {
        return QuarkusTransaction.requiringNew().call(() -> {
            if (!resolutions.add(topology.deadLetterTopic(), place, resolution)) {
                return new Outcome.Refused<>("Somebody else has dealt with this letter meanwhile. See the history.");
            }
            ledger.add(who, action, subject(place), grounds, result.toString());
            return new Outcome.Done<>(result);
        });
    }

    private <T> Outcome<T> refused(Operator who, Action action, Place place, Grounds grounds, String because) {
        QuarkusTransaction.requiringNew()
                .run(() -> ledger.add(who, action, subject(place), grounds, "refused: " + because));
        return new Outcome.Refused<>(because);
    }

    private String subject(Place place) {
        return topology.deadLetterTopic() + "-" + place.partition() + "@" + place.offset();
    }
}
