package org.mobiletoken.bank.directory;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;

/** Lets people and tests see what happens to a customer who agreed to terms that were superseded meanwhile. */
@Path("/terms")
@PermitAll
public class TermsResource {
    private final Terms terms;

    TermsResource(Terms terms) {
        this.terms = terms;
    }

    @PUT
    public void putInForce(Version version) {
        if (version.version() == null || version.version().isBlank()) {
            throw new BadRequestException();
        }
        terms.putInForce(version.version());
    }

    public record Version(String version) {}
}
