package org.mobiletoken.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class DecodingRecordTest {
    private static final boolean DECODED = true;
    private static final boolean UNDECODABLE = false;

    private final DecodingRecord record = new DecodingRecord(1_000, 10_000, 0.01);

    @Test
    void the_thousandth_undecodable_record_in_a_row_is_too_many_and_the_one_before_is_not() {
        for (int i = 1; i <= 999; i++) {
            assertThat(record.note(UNDECODABLE)).isEmpty();
        }
        assertThat(record.note(UNDECODABLE)).hasValue("1000 records in a row could not be decoded.");
    }

    @Test
    void one_that_can_be_decoded_begins_a_new_row() {
        note(UNDECODABLE, 999);
        note(DECODED, 1);
        for (int i = 1; i <= 999; i++) {
            assertThat(record.note(UNDECODABLE)).isEmpty();
        }
        assertThat(record.note(UNDECODABLE)).isPresent();
    }

    @Test
    void exactly_one_per_cent_is_not_too_many_and_one_more_is() {
        note(DECODED, 9_900);
        for (int i = 1; i <= 100; i++) {
            assertThat(record.note(UNDECODABLE)).isEmpty();
        }
        assertThat(record.note(UNDECODABLE)).hasValue("101 of the last 10000 records could not be decoded.");
    }

    @Test
    void the_share_is_not_judged_before_so_many_records_have_been_read() {
        note(UNDECODABLE, 500);
        note(DECODED, 9_498);
        assertThat(record.note(UNDECODABLE)).isEmpty();
        assertThat(record.note(UNDECODABLE)).hasValue("502 of the last 10000 records could not be decoded.");
    }

    @Test
    void what_lies_further_back_than_the_last_records_is_forgotten() {
        note(UNDECODABLE, 100);
        note(DECODED, 30_000);
        for (int i = 1; i <= 100; i++) {
            assertThat(record.note(UNDECODABLE)).isEmpty();
        }
        assertThat(record.note(UNDECODABLE)).isPresent();
    }

    @Test
    void limits_that_mean_nothing_are_refused() {
        assertThatThrownBy(() -> new DecodingRecord(0, 1, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new DecodingRecord(1, 0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new DecodingRecord(1, 1, -0.1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new DecodingRecord(1, 1, 1.1)).isInstanceOf(IllegalArgumentException.class);
        assertThat(new DecodingRecord(1, 1, 1).note(UNDECODABLE))
                .isEqualTo(Optional.of("1 records in a row could not be decoded."));
    }

    private void note(boolean decoded, int times) {
        for (int i = 0; i < times; i++) {
            record.note(decoded);
        }
    }
}
