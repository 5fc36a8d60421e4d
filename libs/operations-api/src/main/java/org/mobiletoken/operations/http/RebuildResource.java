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
import org.mobiletoken.operations.Operator;
import org.mobiletoken.operations.Outcome;
import org.mobiletoken.operations.Rebuild;
import org.mobiletoken.operations.SwapRebuild;
import org.mobiletoken.operations.WorkRebuild;
import org.mobiletoken.operations.http.RebuildViews.DifferenceView;
import org.mobiletoken.operations.http.RebuildViews.RebuildView;
import org.mobiletoken.operations.http.RebuildViews.SwapRequest;

/** Rebuilds of a projection beside the live one: planned, run, compared, and swapped in by a second person. */
@Path("/v1/operations/rebuilds")
@Tag(name = "Operations")
@RolesAllowed(Roles.OPERATIONS)
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class RebuildResource {
    private final Operators operators;
    private final WorkRebuild workRebuild;
    private final SwapRebuild swapRebuild;
    private final Clock clock;

    RebuildResource(Operators operators, WorkRebuild workRebuild, SwapRebuild swapRebuild, Clock clock) {
        this.operators = operators;
        this.workRebuild = workRebuild;
        this.swapRebuild = swapRebuild;
        this.clock = clock;
    }

    @POST
    @Idempotent
    @Operation(operationId = "planRebuild", summary = "Say from which events a projection would be made anew")
    @APIResponse(
            responseCode = "201",
            description = "The plan",
            content = @Content(schema = @Schema(implementation = RebuildView.class)))
    public Response plan(@NotNull @Valid RebuildViews.RebuildRequest request) {
        Operator operator = operators.current();
        Rebuild planned = switch (workRebuild.plan(operator, request.projection())) {
            case Outcome.Done<Rebuild>(Rebuild rebuild) -> rebuild;
            case Outcome.Refused<Rebuild>(String because) ->
                throw OperationsProblems.because(OperationsProblems.UNSELECTABLE, because);
            case Outcome.Unknown<Rebuild>(String because) ->
                throw OperationsProblems.because(ProblemTypes.NOT_FOUND, because);
        };
        return Response.status(Response.Status.CREATED).entity(view(planned)).build();
    }

    @GET
    @Operation(operationId = "listRebuilds", summary = "The newest rebuilds of this service")
    @APIResponse(responseCode = "200", description = "Two hundred at most, newest first")
    public List<RebuildView> list() {
        operators.current();
        return workRebuild.newest().stream().map(this::view).toList();
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "showRebuild", summary = "A rebuild with its progress")
    @APIResponse(responseCode = "200", description = "How it stands")
    public RebuildView show(@PathParam("id") UUID id) {
        operators.current();
        return workRebuild
                .of(id)
                .map(this::view)
                .orElseThrow(() -> OperationsProblems.because(
                        ProblemTypes.NOT_FOUND, "There is no such rebuild. List the rebuilds of this service."));
    }

    @POST
    @Path("{id}/run")
    @Idempotent
    @Operation(operationId = "runRebuild", summary = "Fill the table beside; the live one stays as it is")
    @APIResponse(responseCode = "200", description = "It runs, and goes on without whoever started it")
    public RebuildView run(@PathParam("id") UUID id, @NotNull @Valid GroundsRequest request) {
        Operator operator = operators.current();
        return view(OperationsProblems.resultOf(workRebuild.run(operator, id, request.grounds())));
    }

    @GET
    @Path("{id}/difference")
    @Operation(operationId = "compareRebuild", summary = "Compare the table beside with the live one")
    @APIResponse(responseCode = "200", description = "The difference with its hash")
    public DifferenceView difference(@PathParam("id") UUID id) {
        operators.current();
        return DifferenceView.of(OperationsProblems.resultOf(swapRebuild.compare(id)));
    }

    @POST
    @Path("{id}/swap")
    @Idempotent
    @Operation(
            operationId = "swapRebuild",
            summary = "Put the table beside in the place of the live one, as a second person")
    @APIResponse(responseCode = "200", description = "Swapped; the former live table is the one beside now")
    public RebuildView swap(@PathParam("id") UUID id, @NotNull @Valid SwapRequest request) {
        Operator operator = operators.current();
        return view(OperationsProblems.resultOf(swapRebuild.swap(operator, id, request.hash(), request.grounds())));
    }

    @POST
    @Path("{id}/abort")
    @Idempotent
    @Operation(
            operationId = "abortRebuild",
            summary = "End a rebuild that has not ended; the live table stays as it is")
    @APIResponse(responseCode = "200", description = "Aborted")
    public RebuildView abort(@PathParam("id") UUID id, @NotNull @Valid GroundsRequest request) {
        Operator operator = operators.current();
        return view(OperationsProblems.resultOf(workRebuild.abort(operator, id, request.grounds())));
    }

    private RebuildView view(Rebuild rebuild) {
        return RebuildView.of(rebuild, clock.instant());
    }
}
