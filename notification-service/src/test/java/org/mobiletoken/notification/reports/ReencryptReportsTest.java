package org.mobiletoken.notification.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mobiletoken.notification.reports.TestSettings.NEW_KEY;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.security.GeneralSecurityException;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.mobiletoken.notification.bank.Pictures;
import org.mobiletoken.notification.bank.Reports;
import org.mobiletoken.notification.bank.WithBank;
import org.mobiletoken.notification.postgres.SealedParts;
import org.mobiletoken.notification.postgres.SealedParts.Part;
import org.mobiletoken.testing.TestTokens;

/** The steps of docs/operations/rotation.md for the keyset of error reports. */
@QuarkusTest
@WithBank
class ReencryptReportsTest {
    private static final long NEW = 1488593126;

    @Inject
    SealedParts parts;

    @ConfigProperty(name = "mobile-token.reports.keyset")
    String configured;

    @Test
    void the_keyset_is_rotated_while_reports_are_read_and_the_old_key_goes_at_the_end()
            throws GeneralSecurityException {
        String reference = Reports.form(
                        TestTokens.customer(UUID.randomUUID().toString(), "investment"), Reports.saying("old"))
                .part("attachment", "a.png", Pictures.png(), "image/png")
                .post("/v1/error-reports")
                .path("reference");
        String old = configured.substring(configured.indexOf("[{") + 1, configured.lastIndexOf("]}"));
        long oldId = Long.parseLong(old.replaceAll(".*\"keyId\":([0-9]+).*", "$1"));
        ReportCipher added = new ReportCipher(TestSettings.keyset(oldId, old, NEW_KEY));
        ReportCipher promoted = new ReportCipher(TestSettings.keyset(NEW, old, NEW_KEY));
        ReportCipher retired = new ReportCipher(TestSettings.keyset(NEW, NEW_KEY));
        assertThat(parts.countUnlessUnder(promoted.prefix())).isGreaterThanOrEqualTo(2);

        new ReencryptReports(parts, promoted).reencrypt();

        assertThat(parts.countUnlessUnder(promoted.prefix())).isZero();
        for (Part part : parts.unlessUnder(new byte[] {0}, new Part(reference, -1, new byte[0]), 2)) {
            assertThat(part.reference()).isEqualTo(reference);
            assertThat(retired.reencrypt(
                            new org.mobiletoken.notification.rules.ReportReference(reference),
                            part.number(),
                            part.content()))
                    .isNotEmpty();
        }

        new ReencryptReports(parts, added).reencrypt(); // for the service, which has the old keyset
        Reports.read("/" + reference).then().statusCode(200);
    }
}
