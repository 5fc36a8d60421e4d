package org.mobiletoken.enrolment.passcodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BulkheadTest {
    private final Bulkhead bulkhead = new Bulkhead(2, Duration.ofMillis(1));

    @Test
    void there_are_as_many_places_as_were_set_up() {
        assertThat(bulkhead.enter()).isPresent();
        assertThat(bulkhead.enter()).isPresent();
        assertThat(bulkhead.enter()).isEmpty();
    }

    @Test
    void a_place_that_is_given_back_twice_is_free_once() {
        Bulkhead.Place place = bulkhead.enter().orElseThrow();
        bulkhead.enter().orElseThrow();
        place.close();
        place.close();

        assertThat(bulkhead.enter()).isPresent();
        assertThat(bulkhead.enter()).isEmpty();
    }
}
