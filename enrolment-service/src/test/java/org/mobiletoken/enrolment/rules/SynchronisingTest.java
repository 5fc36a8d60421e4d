package org.mobiletoken.enrolment.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mobiletoken.enrolment.rules.Samples.CREDENTIAL;
import static org.mobiletoken.enrolment.rules.Samples.NOW;
import static org.mobiletoken.enrolment.rules.Synchronising.Reason.APPROVAL_EXPIRED;
import static org.mobiletoken.enrolment.rules.Synchronising.Reason.SOURCE_DISABLED;
import static org.mobiletoken.enrolment.rules.Synchronising.Reason.TARGET_ALREADY_ENABLED;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SynchronisingTest {

    private static final Instant EXPIRES_AT = NOW.plusSeconds(600);

    private final Token source = Samples.token("mobile-banking", "banking-key");
    private final Approval approval = approval(null);

    @Test
    void an_approved_synchronisation_applies_until_the_millisecond_before_its_approval_expires() {
        assertThat(decide(approval, List.of(source), EXPIRES_AT.minusMillis(1))).isEqualTo(new Synchronising.Applied());
    }

    @Test
    void an_approval_is_refused_exactly_when_it_expires() {
        assertThat(decide(approval, List.of(source), EXPIRES_AT))
                .isEqualTo(new Synchronising.Refused(APPROVAL_EXPIRED));
    }

    @Test
    void an_approval_that_was_used_is_a_repetition_even_after_it_expired() {
        assertThat(decide(approval(NOW), List.of(source), EXPIRES_AT)).isEqualTo(new Synchronising.UsedBefore());
    }

    @Test
    void an_event_about_other_apps_leaves_the_approval_alone() {
        assertThat(Synchronising.decide(approval, "investment", "investment", List.of(source), NOW))
                .isEqualTo(new Synchronising.NotWhatWasApproved());
        assertThat(Synchronising.decide(approval, "mobile-banking", "insurance", List.of(source), NOW))
                .isEqualTo(new Synchronising.NotWhatWasApproved());
    }

    @Test
    void a_disabled_source_gives_nothing() {
        assertThat(decide(approval, List.of(), NOW)).isEqualTo(new Synchronising.Refused(SOURCE_DISABLED));
    }

    @Test
    void a_source_enabled_anew_is_not_the_one_that_approved() {
        Token anew = Samples.token("mobile-banking", "banking-key", CredentialId.random(), NOW);
        assertThat(decide(approval, List.of(anew), NOW)).isEqualTo(new Synchronising.Refused(SOURCE_DISABLED));
        Token sameIdOtherCredential = new Token(
                source.id(),
                source.customerId(),
                CredentialId.random(),
                source.app(),
                source.key(),
                source.deviceName(),
                null,
                NOW,
                NOW);
        assertThat(decide(approval, List.of(sameIdOtherCredential), NOW))
                .isEqualTo(new Synchronising.Refused(SOURCE_DISABLED));
    }

    @Test
    void another_token_of_the_credential_is_not_the_one_that_approved() {
        Token insurance = Samples.token("insurance", "insurance-key");
        assertThat(decide(approval, List.of(insurance), NOW)).isEqualTo(new Synchronising.Refused(SOURCE_DISABLED));
    }

    @Test
    void a_target_that_is_enabled_already_stays_as_it_is() {
        Token target = Samples.token("investment", "investment-key");
        assertThat(decide(approval, List.of(source, target), NOW))
                .isEqualTo(new Synchronising.Refused(TARGET_ALREADY_ENABLED));
    }

    private static Synchronising decide(Approval approval, List<Token> live, Instant now) {
        return Synchronising.decide(approval, "mobile-banking", "investment", live, now);
    }

    private Approval approval(@Nullable Instant consumedAt) {
        return new Approval(
                ApprovalId.random(),
                "customer",
                CREDENTIAL,
                source.id(),
                "mobile-banking",
                "investment",
                new PublicJwk("{}", "investment-key"),
                "Pixel 12",
                NOW,
                EXPIRES_AT,
                consumedAt);
    }
}
