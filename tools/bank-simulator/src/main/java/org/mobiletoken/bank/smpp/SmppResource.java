package org.mobiletoken.bank.smpp;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.mobiletoken.smsc.Behaviour;
import org.mobiletoken.smsc.SmsCentre;

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

    /** As a centre does that goes down for maintenance. */
    @POST
    @Path("/unbinding")
    public void unbindLinks() {
        centre.unbindLinks();
    }

    public record State(int port, String systemId, int boundSessions, Behaviour behaviour) {}
}
