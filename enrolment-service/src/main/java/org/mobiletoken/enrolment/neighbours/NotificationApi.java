package org.mobiletoken.enrolment.neighbours;

import io.quarkus.oidc.client.filter.OidcClientFilter;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** What this service asks of notification-service. */
@RegisterRestClient(configKey = "notification")
@OidcClientFilter
@Path("/v1/otps")
interface NotificationApi {

    record Send(String customerId, String purpose, UUID flowId, String app) {}

    record Verify(String customerId, String code) {

        @Override
        public String toString() {
            return "Verify(hidden)";
        }
    }

    record WrongCode(int triesLeft) {}

    @POST
    Response send(Send request);

    @POST
    @Path("/{otpId}/verification")
    Response verify(@PathParam("otpId") UUID otpId, Verify request);
}
