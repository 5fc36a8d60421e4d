package org.mobiletoken.operations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Every entry of the ledger of operations is sealed. */
@ApplicationScoped
class LedgerIsAudited {
    @Produces
    @Singleton
    AuditedTable ledger() {
        return new AuditedTable("operations_ledger", "id", "at", "true", Optional.empty());
    }
}
