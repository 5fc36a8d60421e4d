package org.mobiletoken.sync.enrolment;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.quarkus.oidc.client.filter.OidcClientFilter;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The verification of proofs over HTTP. */
@RegisterRestClient(configKey = "enrolment")
@OidcClientFilter
@Path("/v1")
interface EnrolmentClient {
    @POST
    @Path("verifications")
    Approval verify(Request request);

    record Request(String proof, String targetProof, String customerId, String sourceApp, String targetApp) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Approval(UUID approvalId, String sourceApp, Instant expiresAt) {}
}
