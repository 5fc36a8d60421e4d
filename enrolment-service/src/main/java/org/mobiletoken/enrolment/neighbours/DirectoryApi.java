package org.mobiletoken.enrolment.neighbours;

import io.quarkus.oidc.client.filter.OidcClientFilter;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** What this service asks of the customer directory. */
@RegisterRestClient(configKey = "directory")
@OidcClientFilter
@Path("/directory")
interface DirectoryApi {

    record HkidCheck(List<Integer> positions, List<String> characters) {

        @Override
        public String toString() {
            return "HkidCheck(hidden)";
        }
    }

    record HkidAnswer(boolean match) {}

    @POST
    @Path("/customers/{customerId}/hkid-checks")
    Response check(@PathParam("customerId") String customerId, HkidCheck request);
}
