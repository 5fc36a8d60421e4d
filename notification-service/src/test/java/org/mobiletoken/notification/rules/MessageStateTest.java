package org.mobiletoken.notification.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mobiletoken.notification.rules.MessageState.ACCEPTED;
import static org.mobiletoken.notification.rules.MessageState.DELIVERED;
import static org.mobiletoken.notification.rules.MessageState.EXPIRED;
import static org.mobiletoken.notification.rules.MessageState.FAILED;
import static org.mobiletoken.notification.rules.MessageState.PENDING;
import static org.mobiletoken.notification.rules.MessageState.SENDING;
import static org.mobiletoken.notification.rules.MessageState.UNKNOWN;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessageStateTest {

    @Test
    void a_message_moves_only_forward_and_from_a_doubt_back_once_it_is_resolved() {
        assertThat(next(PENDING)).containsExactlyInAnyOrder(SENDING, FAILED, EXPIRED);
        assertThat(next(SENDING)).containsExactlyInAnyOrder(PENDING, ACCEPTED, FAILED, EXPIRED, UNKNOWN);
        assertThat(next(ACCEPTED)).containsExactlyInAnyOrder(DELIVERED, FAILED, EXPIRED);
        assertThat(next(UNKNOWN)).containsExactlyInAnyOrder(PENDING, ACCEPTED, DELIVERED, FAILED, EXPIRED);
    }

    @Test
    void an_end_is_an_end() {
        for (MessageState end : EnumSet.of(DELIVERED, FAILED, EXPIRED)) {
            assertThat(next(end)).isEmpty();
        }
    }

    @Test
    void a_message_is_delivered_when_every_part_is() {
        assertThat(new Receipts(1, List.of(PartOutcome.DELIVERED)).end()).contains(DELIVERED);
        assertThat(new Receipts(2, List.of(PartOutcome.DELIVERED)).end()).isEmpty();
        assertThat(new Receipts(2, List.of(PartOutcome.DELIVERED, PartOutcome.DELIVERED)).end())
                .contains(DELIVERED);
    }

    @Test
    void a_message_of_which_nothing_is_reported_has_no_end() {
        assertThat(new Receipts(0, List.of()).end()).isEmpty();
        assertThat(new Receipts(1, List.of()).end()).isEmpty();
    }

    @Test
    void a_message_ends_badly_with_its_first_part_and_worst_comes_first() {
        assertThat(new Receipts(2, List.of(PartOutcome.FAILED)).end()).contains(FAILED);
        assertThat(new Receipts(2, List.of(PartOutcome.EXPIRED)).end()).contains(EXPIRED);
        assertThat(new Receipts(2, List.of(PartOutcome.EXPIRED, PartOutcome.FAILED)).end())
                .contains(FAILED);
        assertThat(new Receipts(2, List.of(PartOutcome.DELIVERED, PartOutcome.EXPIRED)).end())
                .contains(EXPIRED);
    }

    @ParameterizedTest
    @CsvSource({"SENT,ACCEPTED", "NOT_SENT,FAILED", "SEND_AGAIN,PENDING"})
    void a_verdict_ends_a_doubt(Verdict verdict, MessageState state) {
        assertThat(verdict.state()).isEqualTo(state);
        assertThat(state.comesFrom()).contains(UNKNOWN);
    }

    private static Set<MessageState> next(MessageState state) {
        return Arrays.stream(MessageState.values())
                .filter(other -> other.comesFrom().contains(state))
                .collect(Collectors.toSet());
    }
}
