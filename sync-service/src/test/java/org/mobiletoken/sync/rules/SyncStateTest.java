package org.mobiletoken.sync.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mobiletoken.sync.rules.SyncState.Approved;
import org.mobiletoken.sync.rules.SyncState.Completed;
import org.mobiletoken.sync.rules.SyncState.Failed;
import org.mobiletoken.sync.rules.SyncState.Refused;
import org.mobiletoken.sync.rules.SyncState.Verifying;

class SyncStateTest {
    private static final Instant NOW = Instant.parse("2026-11-24T02:00:00Z");
    private static final UUID APPROVAL = UUID.randomUUID();
    private static final UUID TOKEN = UUID.randomUUID();

    private final SyncState verifying = new Verifying(NOW);
    private final SyncState approved = new Approved(APPROVAL, NOW);
    private final SyncState completed = new Completed(APPROVAL, TOKEN, NOW);
    private final SyncState failed = new Failed(APPROVAL, "source-disabled", NOW);
    private final SyncState refused = new Refused("wrong-passcode", NOW);

    @Test
    void only_what_has_not_ended_is_open() {
        assertThat(verifying.isOpen()).isTrue();
        assertThat(approved.isOpen()).isTrue();
        assertThat(completed.isOpen()).isFalse();
        assertThat(failed.isOpen()).isFalse();
        assertThat(refused.isOpen()).isFalse();
    }

    @Test
    void a_verification_lapses_exactly_at_its_deadline() {
        assertThat(verifying.at(NOW.minusMillis(1))).isEqualTo(verifying);
        assertThat(verifying.at(NOW)).isEqualTo(new Refused("lapsed", NOW));
        assertThat(verifying.at(NOW.plusMillis(1))).isEqualTo(new Refused("lapsed", NOW));
    }

    @Test
    void an_approval_expires_exactly_at_its_end() {
        assertThat(approved.at(NOW.minusMillis(1))).isEqualTo(approved);
        assertThat(approved.at(NOW)).isEqualTo(new Failed(APPROVAL, "expired", NOW));
        assertThat(approved.at(NOW.plusMillis(1))).isEqualTo(new Failed(APPROVAL, "expired", NOW));
    }

    @Test
    void what_has_ended_stays_as_it_is() {
        assertThat(completed.at(NOW)).isEqualTo(completed);
        assertThat(failed.at(NOW)).isEqualTo(failed);
        assertThat(refused.at(NOW)).isEqualTo(refused);
    }

    @Test
    void an_enabled_token_completes_an_approved_synchronisation() {
        assertThat(approved.enabled(TOKEN, NOW)).isEqualTo(completed);
    }

    @Test
    void an_enabled_token_completes_also_what_had_expired_here_meanwhile() {
        assertThat(new Failed(APPROVAL, "expired", NOW).enabled(TOKEN, NOW)).isEqualTo(completed);
    }

    @Test
    void an_enabled_token_changes_nothing_else() {
        UUID another = UUID.randomUUID();
        assertThat(verifying.enabled(another, NOW)).isEqualTo(verifying);
        assertThat(completed.enabled(another, NOW)).isEqualTo(completed);
        assertThat(failed.enabled(another, NOW)).isEqualTo(failed);
        assertThat(refused.enabled(another, NOW)).isEqualTo(refused);
    }

    @Test
    void an_approval_that_cannot_be_applied_fails_with_the_reason() {
        assertThat(approved.failed("source-disabled", NOW)).isEqualTo(failed);
    }

    @Test
    void a_failure_told_again_or_late_changes_nothing() {
        assertThat(verifying.failed("late", NOW)).isEqualTo(verifying);
        assertThat(completed.failed("late", NOW)).isEqualTo(completed);
        assertThat(failed.failed("late", NOW)).isEqualTo(failed);
        assertThat(refused.failed("late", NOW)).isEqualTo(refused);
    }

    @Test
    void the_proof_says_which_app_it_came_from() {
        Sync sync = new Sync(UUID.randomUUID(), "customer-1", "mobile-banking", "investment", NOW, verifying);

        assertThat(sync.provenFrom("wealth").in(approved))
                .isEqualTo(new Sync(sync.id(), "customer-1", "wealth", "investment", NOW, approved));
    }
}
