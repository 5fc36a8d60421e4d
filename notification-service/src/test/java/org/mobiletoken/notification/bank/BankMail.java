package org.mobiletoken.notification.bank;

import java.util.List;
import org.mobiletoken.mail.MailBehaviour;
import org.mobiletoken.mail.MailServer;
import org.mobiletoken.mail.Mailboxes;
import org.mobiletoken.mail.ReceivedMail;

/** A real mail server over TCP and the customers' mailboxes behind it. */
public final class BankMail implements AutoCloseable {

    private final Mailboxes mailboxes = new Mailboxes();
    private final MailServer server = new MailServer(0, mailboxes);

    public BankMail() {
        server.start();
    }

    public int port() {
        return server.port();
    }

    public List<ReceivedMail> received(String customerId) {
        return mailboxes.of(TinyDirectory.addressOf(customerId));
    }

    public void behave(MailBehaviour behaviour) {
        server.behave(behaviour);
    }

    public void goAway() {
        server.stop();
    }

    public void comeBack() {
        server.start();
    }

    @Override
    public void close() {
        server.close();
    }
}
