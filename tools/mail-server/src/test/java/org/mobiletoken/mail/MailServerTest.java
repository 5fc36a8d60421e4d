package org.mobiletoken.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MailServerTest {
    private static final String ADDRESS = "chan.tai.man@customer.example";

    private final Mailboxes mailboxes = new Mailboxes();
    private final MailServer server = new MailServer(0, mailboxes);

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void a_mail_arrives_as_it_was_written() throws MessagingException {
        send();
        assertThat(mailboxes.of(ADDRESS)).singleElement().satisfies(mail -> {
            assertThat(mail.from()).isEqualTo("bank@bank.example");
            assertThat(mail.subject()).isEqualTo("流動保安編碼");
            assertThat(mail.text()).startsWith("已於今日啟用");
        });
        assertThat(mailboxes.of("somebody@else.example")).isEmpty();
    }

    @Test
    void a_refused_recipient_and_a_refused_mail_arrive_nowhere() {
        server.behave(MailBehaviour.refusingRecipients(550));
        assertThatThrownBy(this::send).isInstanceOf(SendFailedException.class);
        server.behave(MailBehaviour.refusingMails(451));
        assertThatThrownBy(this::send).isInstanceOf(MessagingException.class).hasMessageContaining("451");
        assertThat(mailboxes.all()).isEmpty();
    }

    @Test
    void a_server_that_hangs_up_has_taken_the_mail() {
        server.behave(MailBehaviour.hangingUp());
        assertThatThrownBy(this::send).isInstanceOf(MessagingException.class);
        assertThat(mailboxes.of(ADDRESS)).hasSize(1);
    }

    @Test
    void a_stopped_server_comes_back_on_its_port() throws MessagingException {
        int port = server.port();
        server.stop();
        assertThatThrownBy(this::send).isInstanceOf(MessagingException.class);
        server.start();
        assertThat(server.port()).isEqualTo(port);
        send();
        assertThat(mailboxes.all()).hasSize(1);
    }

    private void send() throws MessagingException {
        Properties properties = new Properties();
        properties.put("mail.smtp.host", "127.0.0.1");
        properties.put("mail.smtp.port", Integer.toString(server.port()));
        MimeMessage mail = new MimeMessage(Session.getInstance(properties));
        mail.setFrom(new InternetAddress("bank@bank.example"));
        mail.setRecipient(RecipientType.TO, new InternetAddress(ADDRESS));
        mail.setSubject("流動保安編碼", "UTF-8");
        mail.setText("已於今日啟用", "UTF-8");
        Transport.send(mail);
    }
}
