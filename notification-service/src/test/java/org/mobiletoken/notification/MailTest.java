package org.mobiletoken.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mobiletoken.mail.MailBehaviour;
import org.mobiletoken.notification.bank.BankMail;
import org.mobiletoken.notification.bank.BankSmsc;
import org.mobiletoken.notification.bank.Events;
import org.mobiletoken.notification.bank.Numbers;
import org.mobiletoken.notification.bank.Rows;
import org.mobiletoken.notification.bank.TinyDirectory;
import org.mobiletoken.notification.bank.WithBank;
import org.mobiletoken.testing.KafkaProbe;
import org.mobiletoken.testing.MovableClock;

@QuarkusTest
@WithBank
class MailTest {

    @Inject
    Rows rows;

    @Inject
    MovableClock clock;

    BankSmsc smsc;
    BankMail mail;
    TinyDirectory directory;

    private final KafkaProbe kafka = KafkaProbe.open();
    private final String customer = UUID.randomUUID().toString();
    private final String number = Numbers.any();

    @BeforeEach
    void the_directory_knows_the_customer() {
        directory.knows(customer, number, "en");
        Awaitility.await().until(() -> smsc.sessions() == 2);
    }

    @AfterEach
    void all_is_well_again() {
        mail.behave(MailBehaviour.NORMAL);
        kafka.close();
    }

    @Test
    void a_notice_goes_to_the_phone_and_to_the_mailbox() {
        Events.unfrozen(kafka, customer, clock.instant());
        awaitMail("ACCEPTED");
        awaitSms();
        assertThat(mail.received(customer)).singleElement().satisfies(received -> {
            assertThat(received.subject()).isEqualTo("Mobile Token notice");
            assertThat(received.from()).isEqualTo("mobile-token@bank.example");
            assertThat(received.text())
                    .startsWith(smsc.received(number).getFirst().text());
        });
    }

    @Test
    void a_customer_without_a_mailbox_is_told_on_the_phone() {
        directory.knowsWithoutMailbox(customer, number, "en");
        Events.unfrozen(kafka, customer, clock.instant());
        awaitMail("FAILED no-address");
        awaitSms();
    }

    @Test
    void a_customer_without_a_number_is_told_by_mail() {
        directory.knows(customer, "", "en");
        Events.unfrozen(kafka, customer, clock.instant());
        awaitMail("ACCEPTED");
        Awaitility.await().until(() -> rows.messageStates(customer).equals(List.of("FAILED")));
        assertThat(mail.received(customer)).hasSize(1);
    }

    @Test
    void with_the_mail_server_away_the_phone_is_told_at_once_and_the_mailbox_later_and_once() {
        mail.goAway();
        try {
            Events.unfrozen(kafka, customer, clock.instant());
            awaitSms();
            assertThat(rows.mailStates(customer)).isSubsetOf("PENDING", "SENDING");
        } finally {
            mail.comeBack();
        }
        awaitMail("ACCEPTED");
        assertThat(mail.received(customer)).hasSize(1);
    }

    @Test
    void what_the_mail_server_cannot_take_now_is_offered_again() {
        mail.behave(MailBehaviour.refusingMails(451));
        Events.unfrozen(kafka, customer, clock.instant());
        awaitSms();
        mail.behave(MailBehaviour.NORMAL);
        awaitMail("ACCEPTED");
        assertThat(mail.received(customer)).hasSize(1);
    }

    @Test
    void a_mailbox_that_does_not_exist_ends_it() {
        mail.behave(MailBehaviour.refusingRecipients(550));
        Events.unfrozen(kafka, customer, clock.instant());
        awaitMail("FAILED status-550");
    }

    @Test
    void a_mail_whose_fate_is_unknown_is_not_sent_again() {
        mail.behave(MailBehaviour.hangingUp());
        Events.unfrozen(kafka, customer, clock.instant());
        awaitMail("UNKNOWN link-lost");
        mail.behave(MailBehaviour.NORMAL);
        Events.unfrozen(kafka, customer, clock.instant());
        awaitMail("UNKNOWN link-lost", "ACCEPTED");
        assertThat(mail.received(customer)).hasSize(2);
    }

    private void awaitMail(String... states) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(rows.mailStates(customer)).containsExactly(states));
    }

    private void awaitSms() {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> rows.messageStates(customer).equals(List.of("ACCEPTED")));
        assertThat(smsc.received(number)).hasSize(1);
    }
}
