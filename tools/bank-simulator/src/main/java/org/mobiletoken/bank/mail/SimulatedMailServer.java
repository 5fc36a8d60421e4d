package org.mobiletoken.bank.mail;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.mobiletoken.mail.MailServer;
import org.mobiletoken.mail.Mailboxes;

/** The mail server listens for as long as the simulator runs. */
@Singleton
class SimulatedMailServer {

    @Produces
    @Singleton
    Mailboxes mailboxes() {
        return new Mailboxes();
    }

    @Produces
    @Singleton
    @Startup
    MailServer server(SmtpSettings settings, Mailboxes mailboxes) {
        MailServer server = new MailServer(settings.port(), mailboxes);
        server.start();
        return server;
    }

    void stop(@Disposes MailServer server) {
        server.close();
    }
}
