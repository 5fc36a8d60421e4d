package org.mobiletoken.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.mobiletoken.enrolment.testing.Phone;
import org.mobiletoken.enrolment.testing.Phones;
import org.mobiletoken.enrolment.testing.Rows;
import org.mobiletoken.testing.MovableClock;
import org.mobiletoken.testing.StatedRetention;

@ServiceTest
class RetentionTest {
    private static final Duration SEVEN_YEARS = Duration.ofDays(2557);

    @Inject
    Phones phones;

    @Inject
    ReadyPhones readyPhones;

    @Inject
    Rows rows;

    @Inject
    MovableClock clock;

    @Inject
    ForgetRecords forgetRecords;

    @Inject
    PurgeProofs purgeProofs;

    @Inject
    DataSource dataSource;

    @Test
    void history_and_ended_tokens_are_kept_for_seven_years_and_what_is_in_force_stays() {
        Phone ended = phones.ofNewCustomer("investment");
        ended.enable();
        ended.disable().then().statusCode(200);
        Phone live = phones.ofNewCustomer("investment");
        live.enable();

        clock.advance(SEVEN_YEARS.minusMinutes(1));
        forgetRecords.forget();
        assertThat(kept("history", ended.customerId)).isPositive();
        assertThat(kept("token", ended.customerId)).isEqualTo(1);
        assertThat(kept("credential", ended.customerId)).isEqualTo(1);

        clock.advance(Duration.ofMinutes(2));
        forgetRecords.forget();
        assertThat(kept("history", ended.customerId)).isZero();
        assertThat(kept("token", ended.customerId)).isZero();
        assertThat(kept("credential", ended.customerId)).isZero();
        assertThat(kept("token", live.customerId)).isEqualTo(1);
        assertThat(kept("credential", live.customerId)).isEqualTo(1);
    }

    @Test
    void biometric_enrolments_and_authorisations_go_thirty_days_after_they_expired() {
        ReadyPhone phone = readyPhones.of("mobile-banking");
        phone.inSession()
                .body("{\"type\":\"TRANSFER\",\"amount\":\"1.00\",\"currency\":\"HKD\",\"payee\":\"somebody\"}")
                .post("/v1/authorisations")
                .then()
                .statusCode(201);
        insertBiometricEnrolment(phone);

        clock.advance(Duration.ofDays(30));
        purgeProofs.purge();
        assertThat(kept("authorisation", phone.customerId())).isEqualTo(1);
        assertThat(kept("biometric_enrolment", phone.customerId())).isEqualTo(1);

        clock.advance(Duration.ofMinutes(11));
        purgeProofs.purge();
        assertThat(kept("authorisation", phone.customerId())).isZero();
        assertThat(kept("biometric_enrolment", phone.customerId())).isZero();
    }

    @Test
    void a_token_that_a_flow_still_names_stays_with_its_credential() {
        ReadyPhone phone = readyPhones.of("mobile-banking");
        phone.inSession().delete("/v1/token").then().statusCode(200);
        insertBiometricEnrolment(phone);
        clock.advance(SEVEN_YEARS.plusDays(1));
        forgetRecords.forget();
        assertThat(kept("token", phone.customerId())).isEqualTo(1);
        assertThat(kept("credential", phone.customerId())).isEqualTo(1);
        purgeProofs.purge();
        forgetRecords.forget();
        assertThat(kept("token", phone.customerId())).isZero();
    }

    @Test
    void every_table_has_a_stated_retention() {
        assertThat(StatedRetention.missing(dataSource, "enrolment-service")).isEmpty();
    }

    private void insertBiometricEnrolment(ReadyPhone phone) {
        rows.select(
                "insert into biometric_enrolment (customer_id, id, token_id, app, state, expires_at)"
                        + " select customer_id, '" + UUID.randomUUID() + "', id, app, 'AWAITING_KEY', '"
                        + clock.instant().plus(Duration.ofMinutes(10))
                        + "' from token where customer_id = ? returning id::text",
                phone.customerId());
    }

    private int kept(String table, String customerId) {
        return rows.select("select customer_id from " + table + " where customer_id = ?", customerId)
                .size();
    }
}
