package org.mobiletoken.sync.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mobiletoken.sync.rules.Offer.NotOffered;
import org.mobiletoken.sync.rules.Offer.Offered;
import org.mobiletoken.sync.rules.Offer.Reason;
import org.mobiletoken.sync.rules.OfferPolicy.Asking;

class OfferPolicyTest {
    private static final Instant NOW = Instant.parse("2026-11-24T02:00:00Z");
    private static final Duration THIRTY_DAYS = Duration.ofDays(30);
    private static final TokenState SOURCE = token("mobile-banking", "key-1", true);
    private static final Asking ASKING = new Asking("investment", "session-1", "key-1");

    private final OfferPolicy policy = new OfferPolicy(THIRTY_DAYS);

    @Test
    void another_app_on_the_same_device_is_offered() {
        assertThat(offer(List.of(SOURCE), Map.of())).isEqualTo(new Offered("mobile-banking"));
    }

    @Test
    void a_source_that_is_still_cooling_off_is_offered() {
        TokenState cooling = new TokenState(
                "mobile-banking",
                UUID.randomUUID(),
                UUID.randomUUID(),
                "key-1",
                true,
                NOW.plus(Duration.ofHours(6)),
                false,
                1);

        assertThat(offer(List.of(cooling), Map.of())).isEqualTo(new Offered("mobile-banking"));
    }

    @Test
    void an_app_that_has_a_token_is_offered_nothing() {
        assertThat(offer(List.of(SOURCE, token("investment", "key-2", true)), Map.of()))
                .isEqualTo(new NotOffered(Reason.ALREADY_ENABLED));
    }

    @Test
    void an_app_whose_token_was_disabled_is_offered_again() {
        assertThat(offer(List.of(SOURCE, token("investment", "key-2", false)), Map.of()))
                .isEqualTo(new Offered("mobile-banking"));
    }

    @Test
    void a_token_on_another_device_or_a_disabled_one_is_not_offered() {
        NotOffered nothing = new NotOffered(Reason.NOTHING_TO_SYNCHRONISE);

        assertThat(offer(List.of(), Map.of())).isEqualTo(nothing);
        assertThat(offer(List.of(token("mobile-banking", "key-9", true)), Map.of()))
                .isEqualTo(nothing);
        assertThat(offer(List.of(token("mobile-banking", "key-1", false)), Map.of()))
                .isEqualTo(nothing);
    }

    @Test
    void an_app_that_knows_no_other_key_is_offered_nothing() {
        Asking without = new Asking("investment", "session-1", null);

        assertThat(policy.decide(without, List.of(SOURCE), new Freeze.None(), Map.of(), NOW))
                .isEqualTo(new NotOffered(Reason.NOTHING_TO_SYNCHRONISE));
    }

    @Test
    void a_frozen_customer_is_offered_nothing_until_the_freeze_ends() {
        assertThat(policy.decide(ASKING, List.of(SOURCE), new Freeze.Until(NOW.plusMillis(1)), Map.of(), NOW))
                .isEqualTo(new NotOffered(Reason.FROZEN));
        assertThat(policy.decide(ASKING, List.of(SOURCE), new Freeze.Until(NOW), Map.of(), NOW))
                .isEqualTo(new Offered("mobile-banking"));
        assertThat(policy.decide(ASKING, List.of(SOURCE), new Freeze.Permanent(), Map.of(), NOW))
                .isEqualTo(new NotOffered(Reason.FROZEN));
    }

    @Test
    void remind_me_next_time_silences_the_offer_for_this_session_only() {
        Map<String, OfferAnswer> later = Map.of("mobile-banking", new OfferAnswer.RemindNextTime("session-1"));
        Asking nextLogin = new Asking("investment", "session-2", "key-1");

        assertThat(offer(List.of(SOURCE), later)).isEqualTo(new NotOffered(Reason.REMIND_NEXT_TIME));
        assertThat(policy.decide(nextLogin, List.of(SOURCE), new Freeze.None(), later, NOW))
                .isEqualTo(new Offered("mobile-banking"));
    }

    @Test
    void without_a_session_id_remind_me_silences_nothing() {
        Map<String, OfferAnswer> later = Map.of("mobile-banking", new OfferAnswer.RemindNextTime(null));
        Asking sessionless = new Asking("investment", null, "key-1");

        assertThat(policy.decide(sessionless, List.of(SOURCE), new Freeze.None(), later, NOW))
                .isEqualTo(new Offered("mobile-banking"));
        assertThat(offer(List.of(SOURCE), later)).isEqualTo(new Offered("mobile-banking"));
    }

    @Test
    void cancel_silences_the_offer_for_thirty_days() {
        Instant atTheEnd = NOW.minus(THIRTY_DAYS);

        assertThat(offer(List.of(SOURCE), cancelledAt(NOW))).isEqualTo(new NotOffered(Reason.CANCELLED));
        assertThat(offer(List.of(SOURCE), cancelledAt(atTheEnd.plusMillis(1))))
                .isEqualTo(new NotOffered(Reason.CANCELLED));
        assertThat(offer(List.of(SOURCE), cancelledAt(atTheEnd))).isEqualTo(new Offered("mobile-banking"));
    }

    @Test
    void an_answer_about_another_source_silences_nothing() {
        assertThat(offer(List.of(SOURCE), Map.of("wealth", new OfferAnswer.Cancelled(NOW))))
                .isEqualTo(new Offered("mobile-banking"));
    }

    private Offer offer(List<TokenState> tokens, Map<String, OfferAnswer> answers) {
        return policy.decide(ASKING, tokens, new Freeze.None(), answers, NOW);
    }

    private static Map<String, OfferAnswer> cancelledAt(Instant at) {
        return Map.of("mobile-banking", new OfferAnswer.Cancelled(at));
    }

    private static TokenState token(String app, String key, boolean enabled) {
        return new TokenState(app, UUID.randomUUID(), UUID.randomUUID(), key, enabled, NOW, false, 1);
    }
}
