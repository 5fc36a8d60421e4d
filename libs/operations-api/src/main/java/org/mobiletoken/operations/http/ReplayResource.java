package org.mobiletoken.operations.http;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mobiletoken.http.Idempotent;
import org.mobiletoken.http.ProblemTypes;
import org.mobiletoken.http.Roles;
import org.mobiletoken.operations.DecideReplay;
import org.mobiletoken.operations.Operator;
import org.mobiletoken.operations.Outcome;
import org.mobiletoken.operations.PlanReplay;
import org.mobiletoken.operations.ReadHistory;
import org.mobiletoken.operations.Replay;
import org.mobiletoken.operations.http.ReplayRequests.ApprovalRequest;
import org.mobiletoken.operations.http.ReplayRequests.PlanRequest;
import org.mobiletoken.operations.http.ReplayRequests.RunRequest;

/** Replays: planned by one person, approved by another, run by this service, which writes to no topic. */
@Path("/v1/operations/replays")
@Tag(name = "Operations")
@RolesAllowed(Roles.OPERATIONS)
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class ReplayResource {
    private final Operators operators;
    private final PlanReplay planReplay;
    private final DecideReplay decideReplay;
    private final ReadHistory history;
    private final Clock clock;

    ReplayResource(
            Operators operators, PlanReplay planReplay, DecideReplay decideReplay, ReadHistory history, Clock clock) {
        this.operators = operators;
        this.planReplay = planReplay;
        this.decideReplay = decideReplay;
        this.history = history;
        this.clock = clock;
    }

    @POST
    @Idempotent
    @Operation(operationId = "planReplay", summary = "Say what a replay would do; nothing is handed over")
    @APIResponse(
            responseCode = "201",
            description = "The plan with its hash",
            content = @Content(schema = @Schema(implementation = ReplayView.class)))
    public Response plan(@NotNull @Valid PlanRequest request) {
        Operator operator = operators.current();
        Replay planned = switch (planReplay.plan(operator, request.wanted())) {
            case Outcome.Done<Replay>(Replay replay) -> replay;
            case Outcome.Refused<Replay>(String because) ->
                throw OperationsProblems.because(OperationsProblems.UNSELECTABLE, because);
            case Outcome.Unknown<Replay>(String because) ->
                throw OperationsProblems.because(ProblemTypes.NOT_FOUND, because);
        };
        return Response.status(Response.Status.CREATED).entity(view(planned)).build();
    }

    @GET
    @Operation(operationId = "listReplays", summary = "The newest replays of this service")
    @APIResponse(responseCode = "200", description = "Two hundred at most, newest first")
    public List<ReplayView> list() {
        operators.current();
        return history.replays().stream().map(this::view).toList();
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "showReplay", summary = "A replay with its plan and its progress")
    @APIResponse(responseCode = "200", description = "How it stands")
    public ReplayView show(@PathParam("id") UUID id) {
        operators.current();
        return history.replay(id)
                .map(this::view)
                .orElseThrow(() -> OperationsProblems.because(
                        ProblemTypes.NOT_FOUND, "There is no such replay. List the replays of this service."));
    }

    @POST
    @Path("{id}/approval")
    @Idempotent
    @Operation(operationId = "approveReplay", summary = "Approve a plan, as a second person and by its hash")
    @APIResponse(responseCode = "200", description = "Approved; it can be run until the plan expires")
    public ReplayView approve(@PathParam("id") UUID id, @NotNull @Valid ApprovalRequest request) {
        Operator operator = operators.current();
        return view(OperationsProblems.resultOf(decideReplay.approve(operator, id, request.hash())));
    }

    @POST
    @Path("{id}/run")
    @Idempotent
    @Operation(
            operationId = "runReplay",
            summary = "Start an approved replay, if its ranges still hold what was planned")
    @APIResponse(responseCode = "200", description = "It runs, and goes on without whoever started it")
    public ReplayView run(@PathParam("id") UUID id, @NotNull @Valid RunRequest request) {
        Operator operator = operators.current();
        return view(OperationsProblems.resultOf(
                decideReplay.run(operator, id, request.hash(), request.grounds(), request.eventsPerSecond())));
    }

    @POST
    @Path("{id}/abort")
    @Idempotent
    @Operation(operationId = "abortReplay", summary = "End a replay that has not ended; what was handed over stays")
    @APIResponse(responseCode = "200", description = "Aborted, with what was handed over until then")
    public ReplayView abort(@PathParam("id") UUID id, @NotNull @Valid GroundsRequest request) {
        Operator operator = operators.current();
        return view(OperationsProblems.resultOf(decideReplay.abort(operator, id, request.grounds())));
    }

    private ReplayView view(Replay replay) {
        return ReplayView.of(replay, clock.instant());
    }
}
