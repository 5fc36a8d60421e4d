package org.mobiletoken.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.mobiletoken.notification.bank.BankSmsc;
import org.mobiletoken.notification.bank.Numbers;
import org.mobiletoken.notification.bank.Otps;
import org.mobiletoken.notification.bank.Rows;
import org.mobiletoken.notification.bank.TinyDirectory;
import org.mobiletoken.notification.bank.WithBank;
import org.mobiletoken.testing.MovableClock;
import org.mobiletoken.testing.StatedRetention;

@QuarkusTest
@WithBank
class RetentionTest {

    @Inject
    Rows rows;

    @Inject
    MovableClock clock;

    @Inject
    NotificationSettings settings;

    @Inject
    PurgeOldRecords purge;

    @Inject
    DataSource dataSource;

    BankSmsc smsc;
    TinyDirectory directory;

    @Test
    void a_code_is_kept_for_thirty_days_without_its_digits() {
        Awaitility.await().until(() -> smsc.sessions() == 2);
        String customer = UUID.randomUUID().toString();
        directory.knows(customer, Numbers.any(), "en");
        Otps.send(customer, UUID.randomUUID()).then().statusCode(201);
        assertThat(settings.otp().keep()).isEqualTo(Duration.ofDays(30));

        clock.advance(Duration.ofDays(30).minusMinutes(1));
        purge.purge();
        assertThat(rows.codeStates(customer)).hasSize(1);

        clock.advance(Duration.ofMinutes(2));
        purge.purge();
        assertThat(rows.codeStates(customer)).isEmpty();
    }

    @Test
    void every_table_has_a_stated_retention() {
        assertThat(StatedRetention.missing(dataSource, "notification-service")).isEmpty();
    }
}
