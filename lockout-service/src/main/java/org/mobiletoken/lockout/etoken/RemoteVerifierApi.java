package org.mobiletoken.lockout.etoken;

import io.quarkus.oidc.client.filter.OidcClientFilter;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/** What this service asks of the bank's own e-token verifier. */
@RegisterRestClient(configKey = "e-token-verifier")
@OidcClientFilter
@Path("/v1")
interface RemoteVerifierApi {

    record Codes(
            String manufacturer,
            String serialNumber,
            String code,
            @Nullable String nextCode) {

        @Override
        public String toString() {
            return "Codes(hidden)";
        }
    }

    record Answer(@Nullable Boolean accepted) {}

    @GET
    @Path("/e-tokens/{manufacturer}/{serialNumber}")
    Response find(@PathParam("manufacturer") String manufacturer, @PathParam("serialNumber") String serialNumber);

    @POST
    @Path("/e-token-verifications")
    Response verify(Codes codes);
}
