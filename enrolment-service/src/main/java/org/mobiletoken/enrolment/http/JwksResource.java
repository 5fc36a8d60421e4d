package org.mobiletoken.enrolment.http;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.mobiletoken.enrolment.proofs.ServerKeys;

/** The service's public keys: for gateways that check assertions and for phones that encrypt passcodes. */
@Path("/.well-known/jwks.json")
class JwksResource {

    private final String published;

    JwksResource(ServerKeys keys) {
        this.published = keys.published();
    }

    @GET
    @PermitAll
    @Produces(MediaType.APPLICATION_JSON)
    public String keys() {
        return published;
    }
}
