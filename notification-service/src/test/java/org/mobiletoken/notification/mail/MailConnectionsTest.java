package org.mobiletoken.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mobiletoken.mail.MailBehaviour;
import org.mobiletoken.notification.SendOutcome;
import org.mobiletoken.notification.SendOutcome.NotTaken;
import org.mobiletoken.notification.bank.BankMail;
import org.mobiletoken.notification.bank.WithBank;

@QuarkusTest
@WithBank
class MailConnectionsTest {

    private static final int MAILS = 600;
    private static final int AT_ONCE = 8;

    @Inject
    MailGateway gateway;

    BankMail mail;

    @AfterEach
    void the_mail_server_is_well_again() {
        mail.behave(MailBehaviour.NORMAL);
    }

    /** A refused mail ends its connection, so each of these begins with a greeting, which a client could miss. */
    @Test
    void every_mail_is_answered_whatever_the_number_of_new_connections() throws Exception {
        mail.behave(MailBehaviour.refusingMails(451));
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            Callable<SendOutcome> send = () -> gateway.send(new Letter("someone@customer.example", "Subject", "Text"));
            List<Future<SendOutcome>> answers = threads.invokeAll(
                    IntStream.range(0, MAILS).mapToObj(i -> send).toList());
            assertThat(answers).extracting(Future::resultNow).containsOnly(new NotTaken("status-451"));
        }
    }
}
