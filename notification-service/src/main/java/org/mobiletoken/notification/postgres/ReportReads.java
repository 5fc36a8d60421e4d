package org.mobiletoken.notification.postgres;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.mobiletoken.notification.reports.ReportRead;
import org.mobiletoken.notification.rules.ReportReference;

/** Who of the staff read what, only added to until it is purged. */
@ApplicationScoped
public class ReportReads implements PanacheRepositoryBase<ErrorReportReadRow, Long> {

    private static final String PURGE = """
            delete from error_report_read where (reference, read_id) in (
                select reference, read_id from error_report_read where read_at < :before order by read_at limit :slice)""";

    public void add(ReportReference reference, ReportRead read) {
        persist(ErrorReportReadRow.of(reference, read));
    }

    /** Oldest first. */
    public List<ReportRead> of(ReportReference reference) {
        return list("reference = ?1 order by readId", reference.text()).stream()
                .map(ErrorReportReadRow::read)
                .toList();
    }

    /** Deletes up to {@code slice} of the entries made before {@code before} and says how many they were. */
    public int purge(Instant before, int slice) {
        return getEntityManager()
                .createNativeQuery(PURGE)
                .setParameter("before", before)
                .setParameter("slice", slice)
                .executeUpdate();
    }
}
