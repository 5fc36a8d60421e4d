package org.mobiletoken.notification.reports;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mobiletoken.notification.bank.Pictures;
import org.mobiletoken.notification.bank.Reports;
import org.mobiletoken.notification.bank.Rows;
import org.mobiletoken.notification.bank.WithBank;
import org.mobiletoken.testing.MovableClock;
import org.mobiletoken.testing.TestTokens;

@QuarkusTest
@WithBank
class ReportRetentionTest {

    @Inject
    MovableClock clock;

    @Inject
    Rows rows;

    @Inject
    PurgeReports purge;

    @Test
    void reports_are_kept_for_180_days_and_who_read_them_for_two_years() {
        clock.standStillAt(clock.instant());
        String reference = Reports.form(
                        TestTokens.customer(UUID.randomUUID().toString(), "investment"), Reports.saying("old"))
                .part("attachment", "a.png", Pictures.png(), "image/png")
                .post("/v1/error-reports")
                .path("reference");
        Reports.read("/" + reference).then().statusCode(200);

        clock.advance(Duration.ofDays(180));
        purge.purge();
        assertThat(kept("error_report", reference)).hasSize(1);
        clock.advance(Duration.ofMillis(1));
        purge.purge();
        assertThat(kept("error_report", reference)).isEmpty();
        assertThat(kept("error_report_attachment", reference)).isEmpty();
        assertThat(kept("error_report_read", reference)).hasSize(1);
        Reports.read("/" + reference).then().statusCode(404);

        clock.advance(Duration.ofDays(550));
        purge.purge();
        assertThat(kept("error_report_read", reference)).isEmpty();
    }

    @Test
    void more_than_a_slice_is_purged_at_once() {
        rows.change("""
                insert into error_report (reference, app, client_id, received_at, attachments, content)
                select 'old-' || n, 'investment', 'nobody', now() - interval '181 days', 0, ''
                from generate_series(1, 1100) n""");
        purge.purge();
        assertThat(rows.list("select reference from error_report where client_id = 'nobody'"))
                .isEmpty();
    }

    private List<String> kept(String table, String reference) {
        return rows.list("select reference from " + table + " where reference = ?", reference);
    }
}
