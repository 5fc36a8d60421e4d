package org.mobiletoken.enrolment.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mobiletoken.enrolment.rules.Samples.NOW;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class DisablingTest {

    private final Token banking = Samples.token("mobile-banking", "banking-key");
    private final Token investment = Samples.token("investment", "investment-key");

    @Test
    void an_app_disables_by_its_own_token() {
        assertThat(Disabling.decide("investment", List.of(banking, investment)))
                .isEqualTo(new Disabling.Ends(investment));
    }

    @Test
    void an_app_without_a_token_disables_nothing() {
        assertThat(Disabling.decide("investment", List.of(banking))).isEqualTo(new Disabling.NotEnabled());
    }

    @Test
    void a_credential_lives_until_it_has_an_end() {
        assertThat(new Credential(Samples.CREDENTIAL, "customer", "verifier", NOW, null).isLive())
                .isTrue();
        assertThat(new Credential(Samples.CREDENTIAL, "customer", "verifier", NOW, NOW).isLive())
                .isFalse();
    }

    @Test
    void a_displayed_freeze_lasts_until_its_instant_or_for_good() {
        DisplayedFreeze temporary = new DisplayedFreeze(NOW);
        assertThat(temporary.lastsAt(NOW.minusMillis(1))).isTrue();
        assertThat(temporary.lastsAt(NOW)).isFalse();
        assertThat(new DisplayedFreeze(null).lastsAt(NOW)).isTrue();
    }

    @Test
    void the_banks_day_begins_at_midnight_in_hong_kong() {
        BankDay day = new BankDay(ZoneId.of("Asia/Hong_Kong"));
        Instant midnight = Instant.parse("2026-11-24T16:00:00Z");
        assertThat(day.of(midnight.minusMillis(1))).isEqualTo(LocalDate.of(2026, 11, 24));
        assertThat(day.of(midnight)).isEqualTo(LocalDate.of(2026, 11, 25));
        assertThat(day.untilNext(midnight.minusMillis(1))).isEqualTo(Duration.ofMillis(1));
        assertThat(day.untilNext(midnight)).isEqualTo(Duration.ofHours(24));
    }
}
