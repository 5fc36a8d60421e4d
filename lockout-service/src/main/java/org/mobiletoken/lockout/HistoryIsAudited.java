package org.mobiletoken.lockout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.mobiletoken.operations.AuditedTable;

/** What branch officers did about a customer's freezes and e-token is sealed. */
@ApplicationScoped
class HistoryIsAudited {
    private static final String BY_STAFF =
            "kind in ('UNFREEZE_OPENED', 'UNFREEZE_APPROVED', 'E_TOKEN_ASSIGNED', 'E_TOKEN_TAKEN_AWAY')";

    @Produces
    @Singleton
    AuditedTable history(LockoutSettings settings) {
        return new AuditedTable("history", "entry_id", "at", BY_STAFF, Optional.of(settings.keepHistory()));
    }
}
