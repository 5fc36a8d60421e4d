package org.mobiletoken.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReadFromTest {
    private long nanos;
    private final ReadFrom from = new ReadFrom(() -> nanos);

    @Test
    void begins_with_everything_and_reads_everything_once_a_second() {
        assertThat(from.next()).isZero();
        from.read(List.of(row(700)));
        pass(1_000);
        assertThat(from.next()).isZero();
        pass(1_000);
        assertThat(from.next()).isZero();
    }

    @Test
    void leaves_out_in_between_what_was_read_a_second_ago() {
        from.next();
        from.read(List.of(row(699), row(700)));
        pass(1_000);
        from.next();
        from.read(List.of(row(800)));
        pass(1_000);
        from.next();

        pass(1);
        assertThat(from.next()).isEqualTo(700);
        pass(998);
        assertThat(from.next()).isEqualTo(700);
    }

    @Test
    void leaves_out_nothing_that_was_read_within_the_last_second() {
        from.next();
        pass(999);
        from.read(List.of(row(700)));
        pass(1);
        from.next();

        pass(999);
        assertThat(from.next()).isZero();
    }

    @Test
    void a_straggler_brings_nothing_back_that_was_left_out() {
        from.next();
        from.read(List.of(row(700)));
        pass(1_000);
        from.next();
        from.read(List.of(row(3)));
        pass(1_000);
        from.next();

        assertThat(from.next()).isEqualTo(700);
    }

    private void pass(long millis) {
        nanos += Duration.ofMillis(millis).toNanos();
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
