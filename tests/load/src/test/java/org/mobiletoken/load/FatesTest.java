package org.mobiletoken.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FatesTest {
    @Test
    void one_message_or_a_row_that_says_why_not_is_the_end_of_a_request() {
        Fates fates = fates(
                Map.of("sent", "DELIVERED", "taken", "ACCEPTED", "doubt", "UNKNOWN", "both", "UNKNOWN", "no", "FAILED"),
                Map.of("sent", 1L, "taken", 1L, "both", 1L));
        assertThat(fates).isEqualTo(new Fates(5, 0, 0, 2, 1, 0, 0));
        assertThat(fates.report().breaches()).isEmpty();
    }

    @Test
    void two_messages_are_a_double_whatever_the_row_says() {
        assertThat(fates(Map.of("a", "ACCEPTED", "b", "UNKNOWN"), Map.of("a", 2L, "b", 2L))
                        .doubled())
                .isEqualTo(2);
    }

    @Test
    void a_message_that_is_said_to_be_sent_and_is_nowhere_is_lost() {
        assertThat(fates(Map.of("a", "ACCEPTED", "b", "PENDING", "c", "NO ROW"), Map.of())
                        .lost())
                .isEqualTo(3);
    }

    @Test
    void what_was_refused_before_it_was_recorded_is_not_lost_unless_it_was_sent() {
        Fates quiet = Fates.of(Set.of("a"), Set.of("a"), Map.of(), _ -> 0L);
        assertThat(quiet).isEqualTo(new Fates(1, 0, 0, 0, 0, 1, 0));
        assertThat(quiet.report().breaches()).isEmpty();
        assertThat(Fates.of(Set.of("a"), Set.of("a"), Map.of(), _ -> 1L).failedButSent())
                .isEqualTo(1);
    }

    @Test
    void a_message_that_is_said_not_to_be_sent_and_was_is_a_breach() {
        assertThat(fates(Map.of("a", "EXPIRED"), Map.of("a", 1L)).report().breaches())
                .containsExactly("failed_but_sent must be 0 and was 1.");
    }

    private static Fates fates(Map<String, String> states, Map<String, Long> received) {
        Map<String, List<String>> ledger = new HashMap<>();
        states.forEach((customer, state) -> ledger.put(customer, List.of(state)));
        return Fates.of(states.keySet(), Set.of(), ledger, customer -> received.getOrDefault(customer, 0L));
    }
}
