package org.mobiletoken.sync.postgres;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.UUID;

/** Remembers which ended tokens have made others follow, so that old news heard again asks for nothing. */
@ApplicationScoped
public class Cascades {
    private final EntityManager entities;

    Cascades(EntityManager entities) {
        this.entities = entities;
    }

    /** Whether this is the first time. */
    public boolean begin(LockedCustomer customer, UUID credentialId, UUID disabledTokenId, Instant now) {
        return entities.createNativeQuery("""
                                insert into disable_cascade (customer_id, credential_id, disabled_token_id, requested_at)
                                values (?1, ?2, ?3, ?4) on conflict do nothing
                                """)
                        .setParameter(1, customer.id())
                        .setParameter(2, credentialId)
                        .setParameter(3, disabledTokenId)
                        .setParameter(4, now)
                        .executeUpdate()
                == 1;
    }

    public int deleteBefore(Instant instant) {
        return entities.createNativeQuery("delete from disable_cascade where requested_at < ?1")
                .setParameter(1, instant)
                .executeUpdate();
    }
}
