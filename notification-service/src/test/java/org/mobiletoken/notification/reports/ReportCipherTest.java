package org.mobiletoken.notification.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import org.junit.jupiter.api.Test;
import org.mobiletoken.notification.rules.ReportReference;

class ReportCipherTest {

    private static final ReportReference REPORT = new ReportReference("ER-7K3M-9Q2G");
    private static final ReportReference ANOTHER = new ReportReference("ER-ERER-2228");
    private static final byte[] CONTENT = "what went wrong".getBytes(StandardCharsets.UTF_8);

    @Test
    void a_report_is_stored_encrypted_and_differently_every_time() throws GeneralSecurityException {
        ReportCipher cipher = new ReportCipher(TestSettings.KEYSET);
        byte[] encrypted = cipher.encrypt(REPORT, 0, CONTENT);
        assertThat(new String(encrypted, StandardCharsets.ISO_8859_1)).doesNotContain("wrong");
        assertThat(cipher.encrypt(REPORT, 0, CONTENT)).isNotEqualTo(encrypted);
        assertThat(cipher.decrypt(REPORT, 0, encrypted)).isEqualTo(CONTENT);
    }

    @Test
    void no_part_opens_in_another_place_or_another_report() throws GeneralSecurityException {
        ReportCipher cipher = new ReportCipher(TestSettings.KEYSET);
        byte[] encrypted = cipher.encrypt(REPORT, 1, CONTENT);
        assertThatThrownBy(() -> cipher.decrypt(REPORT, 2, encrypted)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> cipher.decrypt(ANOTHER, 1, encrypted)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_rotated_keyset_opens_what_an_older_key_encrypted_until_that_key_is_gone() throws GeneralSecurityException {
        byte[] old = new ReportCipher(TestSettings.KEYSET).encrypt(REPORT, 0, CONTENT);
        ReportCipher rotated =
                new ReportCipher(TestSettings.keyset(1488593126, TestSettings.OLD_KEY, TestSettings.NEW_KEY));
        ReportCipher onlyNew = new ReportCipher(TestSettings.keyset(1488593126, TestSettings.NEW_KEY));
        assertThat(rotated.decrypt(REPORT, 0, old)).isEqualTo(CONTENT);
        assertThat(onlyNew.decrypt(REPORT, 0, rotated.encrypt(REPORT, 0, CONTENT)))
                .isEqualTo(CONTENT);
        assertThatThrownBy(() -> onlyNew.decrypt(REPORT, 0, old)).isInstanceOf(IllegalStateException.class);
    }
}
