package org.mobiletoken.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.mobiletoken.notification.reports.ReportSettings;
import org.mobiletoken.operations.AuditedTable;

/** Doubts that operations ended, and error reports that somebody read, are sealed. */
@ApplicationScoped
class StaffActionsAreAudited {
    private static final String ALL = "true";

    /** A resolution goes with its message, which is older than itself. */
    @Produces
    @Singleton
    AuditedTable resolutions(NotificationSettings settings) {
        return new AuditedTable(
                "message_resolution",
                "resolution_id",
                "resolved_at",
                ALL,
                Optional.of(settings.keep().dividedBy(2)));
    }

    @Produces
    @Singleton
    AuditedTable reads(ReportSettings settings) {
        return new AuditedTable("error_report_read", "read_id", "read_at", ALL, Optional.of(settings.keepReads()));
    }
}
