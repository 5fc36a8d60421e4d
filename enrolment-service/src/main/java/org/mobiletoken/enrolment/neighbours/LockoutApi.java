package org.mobiletoken.enrolment.neighbours;

import io.quarkus.oidc.client.filter.OidcClientFilter;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;
import org.mobiletoken.enrolment.rules.Freeze;

/** What this service asks of lockout-service. */
@RegisterRestClient(configKey = "lockout")
@OidcClientFilter
@Path("/v1")
interface LockoutApi {

    record Reserve(UUID attemptId, String customerId, String app, String purpose, UUID tokenId) {}

    record Reserved(Instant deadline) {}

    record Settle(String customerId, String outcome) {}

    record SettledFreeze(Freeze.Kind kind, @Nullable Instant until) {}

    record Settled(int attemptsLeft, @Nullable SettledFreeze freeze) {}

    record FreezeCheck(List<String> customerIds) {}

    record FreezeChecks(List<FreezeNow> customers) {}

    /** @param customerId told where several were asked about */
    record FreezeNow(
            @Nullable String customerId,
            boolean frozen,
            Freeze.@Nullable Kind kind,
            @Nullable Instant frozenUntil) {}

    record FrozenProblem(Freeze.Kind kind, @Nullable Instant frozenUntil) {}

    @POST
    @Path("/freeze-checks")
    Response freezes(FreezeCheck request);

    @GET
    @Path("/customers/{customerId}/freeze")
    Response freeze(@PathParam("customerId") String customerId);

    @POST
    @Path("/attempts")
    Response reserve(Reserve request);

    @PUT
    @Path("/attempts/{attemptId}")
    Response settle(@PathParam("attemptId") UUID attemptId, Settle request);
}
