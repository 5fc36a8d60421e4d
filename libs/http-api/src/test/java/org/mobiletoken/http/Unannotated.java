package org.mobiletoken.http;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** An endpoint that somebody forgot to protect. */
@Path("/unannotated")
public class Unannotated {
    @GET
    public String get() {
        return "never seen";
    }
}
