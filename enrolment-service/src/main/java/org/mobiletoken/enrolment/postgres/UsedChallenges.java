package org.mobiletoken.enrolment.postgres;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.UUID;

/** Each challenge is good for one proof: whoever inserts it first has used it up. */
@ApplicationScoped
public class UsedChallenges {
    private final EntityManager database;

    UsedChallenges(EntityManager database) {
        this.database = database;
    }

    /** Uses the challenge up for good, in a transaction of its own; false if it has been used before. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public boolean use(String customerId, UUID challengeId, Instant expiresAt) {
        return database.createNativeQuery("insert into used_challenge (customer_id, challenge_id, expires_at)"
                                + " values (?1, ?2, ?3) on conflict do nothing")
                        .setParameter(1, customerId)
                        .setParameter(2, challengeId)
                        .setParameter(3, expiresAt)
                        .executeUpdate()
                == 1;
    }

    /** An expired challenge is refused for its age, so that it need not be remembered. */
    @Transactional
    public int deleteExpiredBefore(Instant instant) {
        return database.createNativeQuery("delete from used_challenge where expires_at < ?1")
                .setParameter(1, instant)
                .executeUpdate();
    }
}
