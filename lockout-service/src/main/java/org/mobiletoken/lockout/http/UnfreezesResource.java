package org.mobiletoken.lockout.http;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.mobiletoken.http.Callers;
import org.mobiletoken.http.Idempotent;
import org.mobiletoken.http.Problem;
import org.mobiletoken.http.ProblemTypes;
import org.mobiletoken.http.Roles;
import org.mobiletoken.lockout.ApproveUnfreeze;
import org.mobiletoken.lockout.ApproveUnfreeze.Approval;
import org.mobiletoken.lockout.OpenUnfreeze;
import org.mobiletoken.lockout.OpenUnfreeze.Opening;
import org.mobiletoken.lockout.rules.CustomerId;
import org.mobiletoken.lockout.rules.FreezeId;
import org.mobiletoken.lockout.rules.StaffMember;

/** The branch lifts a freeze: an officer opens the case, an approver approves it. */
@Path("/v1/customers/{customerId}/unfreezes")
@RunOnVirtualThread
public class UnfreezesResource {

    private final OpenUnfreeze openUnfreeze;
    private final ApproveUnfreeze approveUnfreeze;
    private final Callers callers;

    UnfreezesResource(OpenUnfreeze openUnfreeze, ApproveUnfreeze approveUnfreeze, Callers callers) {
        this.openUnfreeze = openUnfreeze;
        this.approveUnfreeze = approveUnfreeze;
        this.callers = callers;
    }

    @POST
    @RolesAllowed(Roles.BRANCH_OFFICER)
    @Idempotent
    @APIResponse(
            responseCode = "201",
            description = "Opened, and done at once where no approval is required",
            content = @Content(schema = @Schema(implementation = StaffBodies.UnfreezeAnswer.class)))
    @APIResponse(responseCode = "404", description = "not-found")
    @APIResponse(responseCode = "409", description = "freeze-over, way-closed")
    public Response open(
            @PathParam("customerId") @Pattern(regexp = Formats.CUSTOMER_ID) String customerId,
            @NotNull @Valid StaffBodies.OpenUnfreeze request) {
        var opening = openUnfreeze.open(
                new CustomerId(customerId),
                new FreezeId(request.freezeId()),
                request.reason(),
                request.reference(),
                staffMember());
        return switch (opening) {
            case Opening.Opened(var unfreeze) ->
                Response.status(Response.Status.CREATED)
                        .entity(StaffBodies.UnfreezeAnswer.of(unfreeze))
                        .build();
            case Opening.NoSuchFreeze() -> Problem.of(ProblemTypes.NOT_FOUND).toResponse();
            case Opening.FreezeOver() -> Problem.of(LockoutProblems.FREEZE_OVER).toResponse();
            case Opening.WayClosed() -> Problem.of(LockoutProblems.WAY_CLOSED).toResponse();
        };
    }

    @POST
    @Path("/{unfreezeId}/approval")
    @RolesAllowed(Roles.BRANCH_APPROVER)
    @Idempotent
    @APIResponse(
            responseCode = "200",
            description = "Lifted, or lifted by the same approver before",
            content = @Content(schema = @Schema(implementation = StaffBodies.UnfreezeAnswer.class)))
    @APIResponse(responseCode = "403", description = "forbidden, second-person-needed")
    @APIResponse(responseCode = "404", description = "not-found")
    @APIResponse(responseCode = "409", description = "freeze-over, way-closed")
    public Response approve(
            @PathParam("customerId") @Pattern(regexp = Formats.CUSTOMER_ID) String customerId,
            @PathParam("unfreezeId") UUID unfreezeId) {
        return switch (approveUnfreeze.approve(new CustomerId(customerId), unfreezeId, staffMember())) {
            case Approval.Lifted(var unfreeze) ->
                Response.ok(StaffBodies.UnfreezeAnswer.of(unfreeze)).build();
            case Approval.NoSuchUnfreeze() -> Problem.of(ProblemTypes.NOT_FOUND).toResponse();
            case Approval.SamePerson() ->
                Problem.of(LockoutProblems.SECOND_PERSON_NEEDED).toResponse();
            case Approval.FreezeOver() ->
                Problem.of(LockoutProblems.FREEZE_OVER).toResponse();
            case Approval.WayClosed() -> Problem.of(LockoutProblems.WAY_CLOSED).toResponse();
        };
    }

    private StaffMember staffMember() {
        var staff = callers.staff();
        return new StaffMember(staff.subject(), staff.name());
    }
}
