package org.mobiletoken.lockout.http;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.mobiletoken.http.Callers;
import org.mobiletoken.http.Problem;
import org.mobiletoken.http.ProblemTypes;
import org.mobiletoken.http.Roles;
import org.mobiletoken.lockout.AssignEToken;
import org.mobiletoken.lockout.AssignEToken.Assignment;
import org.mobiletoken.lockout.ReadWaysOut;
import org.mobiletoken.lockout.TakeETokenAway;
import org.mobiletoken.lockout.rules.CustomerId;
import org.mobiletoken.lockout.rules.ETokenId;
import org.mobiletoken.lockout.rules.StaffMember;

/** Which e-token a customer has; the branch hands it out and takes it out of use. */
@Path("/v1/customers/{customerId}/e-token")
@RunOnVirtualThread
public class CustomerETokenResource {

    private final AssignEToken assignEToken;
    private final TakeETokenAway takeETokenAway;
    private final ReadWaysOut readWaysOut;
    private final Callers callers;

    CustomerETokenResource(
            AssignEToken assignEToken, TakeETokenAway takeETokenAway, ReadWaysOut readWaysOut, Callers callers) {
        this.assignEToken = assignEToken;
        this.takeETokenAway = takeETokenAway;
        this.readWaysOut = readWaysOut;
        this.callers = callers;
    }

    @GET
    @RolesAllowed({Roles.BRANCH_OFFICER, Roles.BRANCH_APPROVER})
    public ETokenBodies.Assigned eToken(
            @PathParam("customerId") @Pattern(regexp = Formats.CUSTOMER_ID) String customerId) {
        return readWaysOut
                .eToken(new CustomerId(customerId))
                .map(ETokenBodies.Assigned::of)
                .orElseThrow(() -> Problem.of(ProblemTypes.NOT_FOUND).toException());
    }

    @PUT
    @RolesAllowed(Roles.BRANCH_OFFICER)
    @APIResponse(
            responseCode = "200",
            description = "Assigned, or assigned before",
            content = @Content(schema = @Schema(implementation = ETokenBodies.Assigned.class)))
    @APIResponse(responseCode = "404", description = "not-found")
    @APIResponse(responseCode = "409", description = "other-e-token, e-token-taken")
    public Response assign(
            @PathParam("customerId") @Pattern(regexp = Formats.CUSTOMER_ID) String customerId,
            @NotNull @Valid ETokenBodies.Assign request) {
        var eToken = new ETokenId(request.manufacturer(), request.serialNumber());
        return switch (assignEToken.assign(new CustomerId(customerId), eToken, request.reference(), officer())) {
            case Assignment.Assigned(var assignment) ->
                Response.ok(ETokenBodies.Assigned.of(assignment)).build();
            case Assignment.NoSuchEToken() -> Problem.of(ProblemTypes.NOT_FOUND).toResponse();
            case Assignment.HasAnother() ->
                Problem.of(LockoutProblems.OTHER_E_TOKEN).toResponse();
            case Assignment.WithAnotherCustomer() ->
                Problem.of(LockoutProblems.E_TOKEN_TAKEN).toResponse();
        };
    }

    @DELETE
    @RolesAllowed(Roles.BRANCH_OFFICER)
    @APIResponse(responseCode = "204", description = "Taken away")
    @APIResponse(responseCode = "404", description = "not-found")
    public Response takeAway(
            @PathParam("customerId") @Pattern(regexp = Formats.CUSTOMER_ID) String customerId,
            @QueryParam("reference") @NotNull @Pattern(regexp = Formats.REFERENCE) String reference) {
        return takeETokenAway.takeAway(new CustomerId(customerId), reference, officer())
                ? Response.noContent().build()
                : Problem.of(ProblemTypes.NOT_FOUND).toResponse();
    }

    private StaffMember officer() {
        var staff = callers.staff();
        return new StaffMember(staff.subject(), staff.name());
    }
}
