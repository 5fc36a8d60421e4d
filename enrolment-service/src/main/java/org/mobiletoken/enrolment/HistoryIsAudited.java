package org.mobiletoken.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.mobiletoken.operations.AuditedTable;

/** Tokens that members of staff ended are sealed; what customers do is too much for one chain. */
@ApplicationScoped
class HistoryIsAudited {
    private static final String BY_STAFF = "kind = 'TOKEN_DISABLED' and (cause = 'BANK' or cause like 'BANK: %')";

    @Produces
    @Singleton
    AuditedTable history(RetentionSettings settings) {
        return new AuditedTable("history", "id", "at", BY_STAFF, Optional.of(settings.records()));
    }
}
