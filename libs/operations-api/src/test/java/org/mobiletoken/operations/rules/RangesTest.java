package org.mobiletoken.operations.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RangesTest {
    private static final Instant NOW = Instant.parse("2026-11-24T06:00:00Z");
    private static final List<Range> HELD = List.of(new Range(0, 10, 100), new Range(1, 0, 50));

    @Test
    void a_selection_that_narrows_nothing_is_all_that_the_broker_holds() {
        assertThat(fix(List.of(), null, null)).isEqualTo(new Ranges.Fixed(HELD));
    }

    @Test
    void partitions_and_offsets_narrow() {
        assertThat(fix(List.of(1), null, null)).isEqualTo(new Ranges.Fixed(List.of(new Range(1, 0, 50))));
        assertThat(fix(List.of(0), 20L, null)).isEqualTo(new Ranges.Fixed(List.of(new Range(0, 20, 100))));
        assertThat(fix(List.of(0), null, 20L)).isEqualTo(new Ranges.Fixed(List.of(new Range(0, 10, 20))));
        assertThat(fix(List.of(0), 20L, 21L)).isEqualTo(new Ranges.Fixed(List.of(new Range(0, 20, 21))));
    }

    @Test
    void the_offsets_that_the_broker_holds_are_the_limits() {
        assertThat(fix(List.of(0), 10L, 100L)).isInstanceOf(Ranges.Fixed.class);
        assertThat(fix(List.of(0), 100L, null)).isInstanceOf(Ranges.Fixed.class);
        String sentence = "Partition 0 of t holds the offsets 10 up to 100, the end not included. Choose from these.";
        assertThat(refusal(List.of(0), 9L, null)).isEqualTo(sentence);
        assertThat(refusal(List.of(0), 101L, null)).isEqualTo(sentence);
        assertThat(refusal(List.of(0), null, 101L)).isEqualTo(sentence);
        assertThat(refusal(List.of(0), null, 9L)).isEqualTo(sentence);
        assertThat(fix(List.of(1), 9L, null)).isInstanceOf(Ranges.Fixed.class);
    }

    @Test
    void an_offset_needs_its_one_partition() {
        String sentence =
                "An offset means something within one partition only. Name the one partition that it belongs to.";
        assertThat(refusal(List.of(), 20L, null)).isEqualTo(sentence);
        assertThat(refusal(List.of(0, 1), null, 20L)).isEqualTo(sentence);
    }

    @Test
    void a_range_must_not_end_where_it_begins_or_before() {
        assertThat(refusal(List.of(0), 20L, 20L))
                .isEqualTo(
                        "The range ends at offset 20, before it begins at 20. The end is the offset after the last event.");
        assertThat(refusal(List.of(0), 21L, 20L)).startsWith("The range ends at offset 20, before it begins at 21.");
    }

    @Test
    void a_partition_that_the_topic_has_not_is_refused() {
        assertThat(refusal(List.of(0, 2), null, null))
                .isEqualTo("Topic t has the partitions 0 to 1, not 2. Name one of these, or none for all.");
    }

    @Test
    void a_topic_that_the_broker_does_not_know_is_refused() {
        Ranges fixed = Ranges.fix(selection(List.of(), null, null, null, null), List.of(), NOW);

        assertThat(fixed)
                .isEqualTo(new Ranges.Refused(
                        "The broker knows no topic t. Check its name, and that the broker is the right one."));
    }

    @Test
    void a_time_in_the_future_is_refused_and_the_present_is_not() {
        assertThat(timed(NOW, null)).isInstanceOf(Ranges.Fixed.class);
        assertThat(timed(null, NOW)).isInstanceOf(Ranges.Fixed.class);
        assertThat(timed(NOW.plusMillis(1), null))
                .isEqualTo(new Ranges.Refused(
                        "The time range begins in the future, at 2026-11-24T06:00:00.001Z, and it is "
                                + "2026-11-24T06:00:00Z. Choose a time that has passed."));
        assertThat(timed(null, NOW.plusMillis(1)))
                .isEqualTo(
                        new Ranges.Refused("The time range ends in the future, at 2026-11-24T06:00:00.001Z, and it is "
                                + "2026-11-24T06:00:00Z. Choose a time that has passed, or leave it out."));
    }

    @Test
    void a_time_range_must_not_end_where_it_begins_or_before() {
        Instant before = NOW.minusMillis(1);
        assertThat(timed(before, NOW)).isInstanceOf(Ranges.Fixed.class);
        assertThat(timed(NOW, NOW)).isInstanceOf(Ranges.Refused.class);
        assertThat(timed(NOW, before))
                .isEqualTo(new Ranges.Refused("The time range ends at 2026-11-24T05:59:59.999Z, before it begins at "
                        + "2026-11-24T06:00:00Z. Exchange the two."));
    }

    @Test
    void a_range_is_empty_when_nothing_is_between_its_ends() {
        assertThat(new Range(0, 5, 6).holdsNothing()).isFalse();
        assertThat(new Range(0, 5, 5).holdsNothing()).isTrue();
        assertThat(new Range(0, 6, 5).holdsNothing()).isTrue();
    }

    @Test
    void a_selection_picks_by_key_type_and_time() {
        var selection = new Selection("c", "t", List.of(), null, null, NOW, NOW.plusSeconds(1), "k", List.of("a", "b"));

        assertThat(selection.picks("k", "a", NOW)).isTrue();
        assertThat(selection.picks("k", "b", NOW.plusMillis(999))).isTrue();
        assertThat(selection.picks("other", "a", NOW)).isFalse();
        assertThat(selection.picks(null, "a", NOW)).isFalse();
        assertThat(selection.picks("k", "c", NOW)).isFalse();
        assertThat(selection.picks("k", "a", NOW.minusMillis(1))).isFalse();
        assertThat(selection.picks("k", "a", NOW.plusSeconds(1))).isFalse();
    }

    @Test
    void a_selection_that_narrows_nothing_picks_everything() {
        assertThat(selection(List.of(), null, null, null, null).picks(null, "a", NOW))
                .isTrue();
    }

    private static Ranges fix(List<Integer> partitions, @Nullable Long from, @Nullable Long to) {
        return Ranges.fix(selection(partitions, from, to, null, null), HELD, NOW);
    }

    private static String refusal(List<Integer> partitions, @Nullable Long from, @Nullable Long to) {
        return ((Ranges.Refused) fix(partitions, from, to)).because();
    }

    private static Ranges timed(@Nullable Instant since, @Nullable Instant until) {
        return Ranges.fix(selection(List.of(), null, null, since, until), HELD, NOW);
    }

    private static Selection selection(
            List<Integer> partitions,
            @Nullable Long from,
            @Nullable Long to,
            @Nullable Instant since,
            @Nullable Instant until) {
        return new Selection("c", "t", partitions, from, to, since, until, null, List.of());
    }
}
