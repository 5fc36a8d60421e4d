package org.mobiletoken.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ReadFromTest {
    private long nanos;
    private final ReadFrom from = new ReadFrom(() -> nanos);

    @Test
    void begins_with_everything_and_reads_everything_once_a_second() {
        assertThat(from.next()).isZero();
        from.read(all(50, 700));
        from.deleted(50);
        from.read(all(51));
        assertThat(from.next()).isEqualTo(700);

        pass(1_000);
        assertThat(from.next()).isZero();
        assertThat(from.next()).isEqualTo(700);
    }

    @Test
    void leaves_nothing_out_while_a_transaction_runs_that_began_before_the_deletion() {
        from.next();
        from.read(all(50, 699, 700));
        from.deleted(53);

        from.read(all(51));
        from.read(all(53, 801));
        assertThat(from.next()).isZero();

        from.read(all(54));
        assertThat(from.next()).isEqualTo(700);
    }

    @Test
    void waits_for_the_transactions_before_the_first_of_several_deletions() {
        from.next();
        from.read(all(50, 700));
        from.deleted(51);
        from.read(all(51, 800));
        from.deleted(60);

        from.read(all(52, 801));
        assertThat(from.next()).isEqualTo(700);
        from.deleted(70);
        from.read(all(71));
        assertThat(from.next()).isEqualTo(801);
    }

    @Test
    void leaves_nothing_out_that_a_full_batch_had_no_place_for() {
        from.next();
        from.read(all(50, 700));
        from.deleted(51);

        from.read(first(52, 3, 4));
        assertThat(from.next()).isEqualTo(4);
    }

    @Test
    void a_straggler_brings_nothing_back_that_was_left_out() {
        from.next();
        from.read(all(50, 700));
        from.deleted(50);
        from.read(all(51, 3));
        from.deleted(52);
        from.read(all(53));

        assertThat(from.next()).isEqualTo(700);
    }

    private void pass(long millis) {
        nanos += Duration.ofMillis(millis).toNanos();
    }

    private static OutboxReading all(long oldestRunning, long... ids) {
        return reading(false, oldestRunning, ids);
    }

    private static OutboxReading first(long oldestRunning, long... ids) {
        return reading(true, oldestRunning, ids);
    }

    private static OutboxReading reading(boolean more, long oldestRunning, long... ids) {
        return new OutboxReading(LongStream.of(ids).mapToObj(ReadFromTest::row).toList(), more, oldestRunning);
    }

    private static OutboxRow row(long id) {
        OutgoingEvent event = new OutgoingEvent(
                UUID.randomUUID(),
                "parcels.v1",
                "parcel",
                "parcel.Moved.v1",
                "parcel-service",
                Instant.EPOCH,
                new byte[0]);
        return new OutboxRow(id, event, null, Duration.ZERO);
    }
}
