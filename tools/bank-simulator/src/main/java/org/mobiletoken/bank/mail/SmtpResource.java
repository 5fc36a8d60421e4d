package org.mobiletoken.bank.mail;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.mobiletoken.mail.MailBehaviour;
import org.mobiletoken.mail.MailServer;

/** Tells where the mail server listens, and makes it picky or broken. */
@Path("/smtp")
@PermitAll
@RunOnVirtualThread
public class SmtpResource {
    private final MailServer server;

    SmtpResource(MailServer server) {
        this.server = server;
    }

    @GET
    public State state() {
        return new State(server.port(), server.behaviour());
    }

    @PUT
    @Path("/behaviour")
    public State behave(MailBehaviour behaviour) {
        server.behave(behaviour);
        return state();
    }

    public record State(int port, MailBehaviour behaviour) {}
}
