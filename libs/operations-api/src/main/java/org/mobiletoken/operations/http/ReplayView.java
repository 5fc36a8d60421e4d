package org.mobiletoken.operations.http;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mobiletoken.operations.Grounds;
import org.mobiletoken.operations.Replay;
import org.mobiletoken.operations.rules.Contents;
import org.mobiletoken.operations.rules.Plan;
import org.mobiletoken.operations.rules.ReplayState;
import org.mobiletoken.operations.rules.Selection;

/** A replay: what it picks, what that comes to, who decided, and how far it is. */
public record ReplayView(
        UUID id,
        ReplayState state,
        String hash,
        SelectionView selection,
        List<RangeView> ranges,
        ContentsView contents,
        String author,
        Instant plannedAt,
        Instant expiresAt,
        @Nullable String approver,
        @Nullable String reason,
        @Nullable String ticket,
        @Nullable Integer eventsPerSecond,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable String note,
        ProgressView progress) {

    /** What was asked for. */
    public record SelectionView(
            String consumer,
            String topic,
            @Nullable Instant since,
            @Nullable Instant until,
            @Nullable String key,
            List<String> types) {}

    /** The offsets of one partition, the end not included. */
    public record RangeView(int partition, long from, long to) {}

    /** How many events of a type there are, and how many of them the consumer has taken over before. */
    public record TypeView(String type, long events, long known) {}

    /** What the ranges hold of it, by type, partition and day, and the effects to expect. */
    public record ContentsView(
            long events,
            long known,
            long unreadable,
            long toHandle,
            @Nullable Instant first,
            @Nullable Instant last,
            List<TypeView> byType,
            Map<Integer, Long> byPartition,
            Map<String, Long> byDay,
            String effects) {
        static ContentsView of(Contents contents, String consumer) {
            return new ContentsView(
                    contents.events(),
                    contents.known(),
                    contents.unreadable(),
                    contents.toHandle(),
                    contents.first(),
                    contents.last(),
                    contents.byType().entrySet().stream()
                            .map(each -> new TypeView(
                                    each.getKey(),
                                    each.getValue().events(),
                                    each.getValue().known()))
                            .toList(),
                    contents.byPartition(),
                    contents.byDay(),
                    contents.toHandle() + " events take effect for the first time, through the handler of " + consumer
                            + "; " + contents.known() + " were taken over before and change nothing; "
                            + contents.unreadable() + " cannot be read and are left out.");
        }
    }

    /** How many of all events have been handed over, by what became of them, and how long the rest will take. */
    public record ProgressView(
            long total,
            long done,
            long handled,
            long known,
            long queued,
            long parked,
            long unreadable,
            @Nullable Long secondsLeft) {}

    static ReplayView of(Replay replay, Instant now) {
        Plan plan = replay.plan();
        Selection selection = plan.selection();
        Grounds grounds = replay.grounds();
        Replay.Done done = replay.done();
        return new ReplayView(
                plan.id(),
                replay.state(),
                replay.hash(),
                new SelectionView(
                        selection.consumer(),
                        selection.topic(),
                        selection.since(),
                        selection.until(),
                        selection.key(),
                        selection.types()),
                plan.ranges().stream()
                        .map(range -> new RangeView(range.partition(), range.from(), range.to()))
                        .toList(),
                ContentsView.of(plan.contents(), selection.consumer()),
                plan.author(),
                plan.plannedAt(),
                plan.expiresAt(),
                replay.approver(),
                grounds == null ? null : grounds.reason(),
                grounds == null ? null : grounds.ticket(),
                replay.eventsPerSecond(),
                replay.startedAt(),
                replay.endedAt(),
                replay.note(),
                new ProgressView(
                        plan.contents().events(),
                        done.total(),
                        done.handled(),
                        done.known(),
                        done.queued(),
                        done.parked(),
                        done.unreadable(),
                        replay.timeLeft(now).map(Duration::toSeconds).orElse(null)));
    }
}
