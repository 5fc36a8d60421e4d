package org.mobiletoken.enrolment.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.mobiletoken.enrolment.rules.Authorisation.Outcome.ALREADY_APPROVED;
import static org.mobiletoken.enrolment.rules.Authorisation.Outcome.ALREADY_REDEEMED;
import static org.mobiletoken.enrolment.rules.Authorisation.Outcome.DONE;
import static org.mobiletoken.enrolment.rules.Authorisation.Outcome.EXPIRED;
import static org.mobiletoken.enrolment.rules.Authorisation.Outcome.NOT_APPROVED;
import static org.mobiletoken.enrolment.rules.Authorisation.Outcome.OTHER_DETAILS;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mobiletoken.enrolment.rules.Authorisation.State;

class AuthorisationTest {
    private static final Instant EXPIRY = Instant.parse("2026-11-24T02:05:00Z");
    private static final Instant BEFORE = EXPIRY.minusMillis(1);
    private static final TransactionDetails DETAILS =
            new TransactionDetails("TRANSFER", new BigDecimal("1000"), "HKD", "024-123-456789");
    private static final TransactionDetails OTHERS =
            new TransactionDetails("TRANSFER", new BigDecimal("1000.01"), "HKD", "024-123-456789");

    private final Authorisation open = new Authorisation(
            UUID.randomUUID(),
            "customer",
            "mobile-banking",
            TokenId.random(),
            "TRANSFER",
            DETAILS.hash(),
            State.OPEN,
            EXPIRY);

    @Test
    void it_is_approved_with_its_own_details_before_it_expires() {
        assertThat(open.approve(DETAILS.hash(), BEFORE)).isEqualTo(DONE);
        assertThat(open.approve(OTHERS.hash(), BEFORE)).isEqualTo(OTHER_DETAILS);
        assertThat(open.approve(DETAILS.hash(), EXPIRY)).isEqualTo(EXPIRED);
        assertThat(open.approve(DETAILS.hash(), EXPIRY.plusMillis(1))).isEqualTo(EXPIRED);
    }

    @Test
    void it_is_redeemed_only_once_approved_with_its_own_details_before_it_expires() {
        Authorisation approved = open.in(State.APPROVED);

        assertThat(open.redeem(DETAILS, BEFORE)).isEqualTo(NOT_APPROVED);
        assertThat(approved.redeem(DETAILS, BEFORE)).isEqualTo(DONE);
        assertThat(approved.redeem(OTHERS, BEFORE)).isEqualTo(OTHER_DETAILS);
        assertThat(approved.redeem(DETAILS, EXPIRY)).isEqualTo(EXPIRED);
    }

    @Test
    void what_is_done_is_not_done_again() {
        assertThat(open.in(State.APPROVED).approve(DETAILS.hash(), BEFORE)).isEqualTo(ALREADY_APPROVED);
        assertThat(open.in(State.REDEEMED).approve(DETAILS.hash(), BEFORE)).isEqualTo(ALREADY_REDEEMED);
        assertThat(open.in(State.REDEEMED).redeem(DETAILS, BEFORE)).isEqualTo(ALREADY_REDEEMED);
    }

    @Test
    void moving_on_changes_the_state_alone() {
        assertThat(open.in(State.APPROVED).state()).isEqualTo(State.APPROVED);
        assertThat(open.in(State.APPROVED).in(State.OPEN)).isEqualTo(open);
    }

    @Test
    void an_amount_counts_with_two_decimal_places_however_it_is_written() {
        TransactionDetails asWritten =
                new TransactionDetails("TRANSFER", new BigDecimal("1E+3"), "HKD", "024-123-456789");

        assertThat(asWritten.hash()).isEqualTo(DETAILS.hash());
        assertThat(new TransactionDetails("A", new BigDecimal("1.500"), "HKD", "B").amount())
                .isEqualTo(new BigDecimal("1.50"));
        assertThat(new TransactionDetails("A", new BigDecimal("1.55"), "HKD", "B").amount())
                .isEqualTo(new BigDecimal("1.55"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TransactionDetails("A", new BigDecimal("1.005"), "HKD", "B"));
    }
}
