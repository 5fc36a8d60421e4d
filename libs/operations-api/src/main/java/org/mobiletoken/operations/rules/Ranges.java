package org.mobiletoken.operations.rules;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where in its topic a selection lies, fixed for good: what is published later, by the replay itself too, is never part of it. */
public sealed interface Ranges {
    record Fixed(List<Range> ranges) implements Ranges {}

    record Refused(String because) implements Ranges {}

    /**
     * Fixes the ranges of a selection.
     *
     * @param held what the broker holds of each partition, in the order of their numbers; empty if it knows no such topic
     */
    static Ranges fix(Selection selection, List<Range> held, Instant now) {
        String refusal = refusal(selection, held, now);
        if (refusal != null) {
            return new Refused(refusal);
        }
        List<Range> ranges = new ArrayList<>();
        for (Range partition : held) {
            if (isNamed(selection, partition)) {
                Long from = selection.fromOffset();
                Long to = selection.toOffset();
                ranges.add(new Range(
                        partition.partition(),
                        from == null ? partition.from() : from,
                        to == null ? partition.to() : to));
            }
        }
        return new Fixed(List.copyOf(ranges));
    }

    private static @Nullable String refusal(Selection selection, List<Range> held, Instant now) {
        if (held.isEmpty()) {
            return "The broker knows no topic " + selection.topic()
                    + ". Check its name, and that the broker is the right one.";
        }
        for (int partition : selection.partitions()) {
            if (held.stream().noneMatch(each -> each.partition() == partition)) {
                return "Topic " + selection.topic() + " has the partitions 0 to "
                        + held.getLast().partition() + ", not " + partition + ". Name one of these, or none for all.";
            }
        }
        String time = timeRefusal(selection, now);
        return time != null ? time : offsetRefusal(selection, held);
    }

    private static @Nullable String timeRefusal(Selection selection, Instant now) {
        Instant since = selection.since();
        Instant until = selection.until();
        if (since != null && since.isAfter(now)) {
            return "The time range begins in the future, at " + since + ", and it is " + now
                    + ". Choose a time that has passed.";
        }
        if (until != null && until.isAfter(now)) {
            return "The time range ends in the future, at " + until + ", and it is " + now
                    + ". Choose a time that has passed, or leave it out.";
        }
        if (since != null && until != null && !since.isBefore(until)) {
            return "The time range ends at " + until + ", before it begins at " + since + ". Exchange the two.";
        }
        return null;
    }

    private static @Nullable String offsetRefusal(Selection selection, List<Range> held) {
        Long from = selection.fromOffset();
        Long to = selection.toOffset();
        if (from == null && to == null) {
            return null;
        }
        if (selection.partitions().size() != 1) {
            return "An offset means something within one partition only. Name the one partition that it belongs to.";
        }
        if (from != null && to != null && from >= to) {
            return "The range ends at offset " + to + ", before it begins at " + from
                    + ". The end is the offset after the last event.";
        }
        for (Range partition : held) {
            boolean outside = isOutside(from, partition) || isOutside(to, partition);
            if (isNamed(selection, partition) && outside) {
                return "Partition " + partition.partition() + " of " + selection.topic() + " holds the offsets "
                        + partition.from() + " up to " + partition.to() + ", the end not included. Choose from these.";
            }
        }
        return null;
    }

    private static boolean isNamed(Selection selection, Range partition) {
        return selection.partitions().isEmpty() || selection.partitions().contains(partition.partition());
    }

    private static boolean isOutside(@Nullable Long offset, Range partition) {
        return offset != null && (offset < partition.from() || offset > partition.to());
    }
}
