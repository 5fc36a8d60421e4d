package org.mobiletoken.bank.smpp;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;

/** Tells where the SMS centre listens, and makes it slow, full, picky or broken. */
@Path("/smpp")
@PermitAll
@RunOnVirtualThread
public class SmppResource {
    private final SmsCentre centre;

    SmppResource(SmsCentre centre) {
        this.centre = centre;
    }

    @GET
    public State state() {
        return new State(centre.port(), centre.systemId(), centre.boundSessions(), centre.behaviour());
    }

    @PUT
    @Path("/behaviour")
    public State behave(Behaviour behaviour) {
        centre.behave(behaviour);
        return state();
    }

    @POST
    @Path("/link-drop")
    public void dropLinks() {
        centre.dropLinks();
    }

    public record State(int port, String systemId, long boundSessions, Behaviour behaviour) {}
}
