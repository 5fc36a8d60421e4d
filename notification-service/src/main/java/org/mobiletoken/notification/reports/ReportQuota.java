package org.mobiletoken.notification.reports;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mobiletoken.notification.postgres.Customers;
import org.mobiletoken.notification.postgres.ErrorReports;
import org.mobiletoken.notification.rules.ReportLimit;

/**
 * The reports that are stored are those that count, so all replicas count alike. Whoever is counted is locked first, and always
 * before the device, until the transaction ends: parallel reports are counted one after the other.
 */
@ApplicationScoped
public class ReportQuota {

    private final Customers customers;
    private final ErrorReports reports;
    private final ReportSettings.Limits limits;

    public ReportQuota(Customers customers, ErrorReports reports, ReportSettings settings) {
        this.customers = customers;
        this.reports = reports;
        this.limits = settings.limits();
    }

    /** When the next report may come, empty for now. */
    Optional<Instant> freeAgainAt(Reporter reporter, @Nullable String deviceKey, Instant now) {
        return Stream.of(ofReporter(reporter, now), ofDevice(deviceKey, now))
                .flatMap(Optional::stream)
                .max(Comparator.naturalOrder());
    }

    private Optional<Instant> ofReporter(Reporter reporter, Instant now) {
        String customerId = reporter.customerId();
        if (customerId == null) {
            reports.lockGateway(reporter.clientId());
            ReportLimit limit = limits.gateway();
            return limit.freeAgainAt(reports.ofGateway(reporter.clientId(), limit.since(now), limit.most()), now);
        }
        customers.lock(customerId);
        ReportLimit limit = limits.customer();
        return limit.freeAgainAt(reports.ofCustomer(customerId, limit.since(now), limit.most()), now);
    }

    private Optional<Instant> ofDevice(@Nullable String deviceKey, Instant now) {
        if (deviceKey == null) {
            return Optional.empty();
        }
        reports.lockDevice(deviceKey);
        ReportLimit limit = limits.device();
        return limit.freeAgainAt(reports.ofDevice(deviceKey, limit.since(now), limit.most()), now);
    }
}
