package org.mobiletoken.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.mobiletoken.device.ChallengeId;
import org.mobiletoken.device.Proof;
import org.mobiletoken.enrolment.postgres.UsedChallenges;

/** What proofs leave behind does not stay for ever. */
@ServiceTest
class PurgeProofsTest extends ReadyPhoneTest {
    @Inject
    PurgeProofs purgeProofs;

    @Inject
    UsedChallenges usedChallenges;

    @Inject
    EntityManager database;

    @Test
    void a_used_challenge_is_remembered_until_every_replica_finds_it_expired() {
        ReadyPhone phone = phones.of("mobile-banking");
        Proof proof = phone.loginProof(phone.passcode(), clock.instant());
        phone.logIn(proof.sign()).then().statusCode(200);

        clock.advance(Duration.ofMinutes(11));
        purgeProofs.purge();
        assertThat(remembered(phone)).isEqualTo(1);

        clock.advance(Duration.ofMinutes(2));
        purgeProofs.purge();
        assertThat(remembered(phone)).isZero();
        phone.logIn(proof.sign()).then().statusCode(422);
    }

    @Test
    void a_challenge_is_used_up_once() {
        ReadyPhone phone = phones.of("mobile-banking");
        var id = ChallengeId.of("a challenge");

        assertThat(usedChallenges.use(phone.customerId(), id, clock.instant())).isTrue();
        assertThat(usedChallenges.use(phone.customerId(), id, clock.instant())).isFalse();
    }

    private long remembered(ReadyPhone phone) {
        return (Long)
                database.createNativeQuery("select count(*) from used_challenge where customer_id = ?1", Long.class)
                        .setParameter(1, phone.customerId())
                        .getSingleResult();
    }
}
