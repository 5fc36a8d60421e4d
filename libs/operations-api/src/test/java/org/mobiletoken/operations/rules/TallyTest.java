package org.mobiletoken.operations.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mobiletoken.operations.rules.Tally.Picked;
import org.mobiletoken.operations.rules.Tally.Standing;

class TallyTest {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final UUID ID = UUID.fromString("11111111-1111-4111-8111-111111111111");

    @Test
    void events_are_counted_by_type_partition_and_day() {
        Contents contents = tally(
                picked(0, 1, "a", NOON, Standing.NEW),
                picked(0, 2, "a", NOON.plusSeconds(43_200), Standing.KNOWN),
                picked(1, 1, "b", NOON.minusSeconds(1), Standing.KNOWN),
                picked(1, 2, "", NOON, Standing.UNREADABLE));

        assertThat(contents.events()).isEqualTo(4);
        assertThat(contents.known()).isEqualTo(2);
        assertThat(contents.unreadable()).isEqualTo(1);
        assertThat(contents.toHandle()).isEqualTo(1);
        assertThat(contents.byType())
                .containsEntry("a", new Contents.OfType(2, 1))
                .containsEntry("b", new Contents.OfType(1, 1))
                .containsEntry("", new Contents.OfType(1, 0));
        assertThat(contents.byPartition()).containsEntry(0, 2L).containsEntry(1, 2L);
        assertThat(contents.byDay()).containsEntry("2026-11-24", 3L).containsEntry("2026-11-25", 1L);
        assertThat(contents.first()).isEqualTo(NOON.minusSeconds(1));
        assertThat(contents.last()).isEqualTo(NOON.plusSeconds(43_200));
    }

    @Test
    void nothing_is_counted_as_nothing() {
        Contents contents = tally();

        assertThat(contents.events()).isZero();
        assertThat(contents.toHandle()).isZero();
        assertThat(contents.first()).isNull();
        assertThat(contents.last()).isNull();
    }

    @Test
    void what_is_too_old_is_counted() {
        Tally tally = new Tally();
        tally.add(new Picked(0, 1, ID, "a", NOON, Standing.NEW, true));
        tally.add(new Picked(0, 2, ID, "a", NOON, Standing.NEW, false));

        assertThat(tally.contents().tooOld()).isEqualTo(1);
    }

    @Test
    void the_fingerprint_is_the_same_whichever_partition_is_read_first() {
        Picked one = picked(0, 1, "a", NOON, Standing.NEW);
        Picked other = picked(1, 1, "b", NOON, Standing.NEW);

        assertThat(tally(one, other).fingerprint())
                .isEqualTo(tally(other, one).fingerprint())
                .hasSize(64);
    }

    @Test
    void the_fingerprint_tells_any_two_contents_apart() {
        List<Picked> all = List.of(
                picked(0, 1, "a", NOON, Standing.NEW),
                picked(0, 1, "a", NOON, Standing.KNOWN),
                picked(0, 2, "a", NOON, Standing.NEW),
                picked(1, 1, "a", NOON, Standing.NEW),
                new Picked(0, 1, UUID.randomUUID(), "a", NOON, Standing.NEW, false));

        assertThat(all.stream().map(each -> tally(each).fingerprint())).doesNotHaveDuplicates();
        assertThat(tally(all.get(0), all.get(2)).fingerprint())
                .isNotEqualTo(tally(all.get(2), all.get(0)).fingerprint());
    }

    private static Contents tally(Picked... all) {
        Tally tally = new Tally();
        for (Picked each : all) {
            tally.add(each);
        }
        return tally.contents();
    }

    private static Picked picked(int partition, long offset, String type, Instant at, Standing standing) {
        return new Picked(partition, offset, ID, type, at, standing, false);
    }
}
