package org.mobiletoken.operations.http;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mobiletoken.http.Idempotent;
import org.mobiletoken.http.Roles;
import org.mobiletoken.operations.DeadLetterBox;
import org.mobiletoken.operations.Operator;
import org.mobiletoken.operations.Place;
import org.mobiletoken.operations.http.DeadLetterViews.DeadLetterView;
import org.mobiletoken.operations.http.DeadLetterViews.RedrivenView;

/** The dead letters of this service that nobody has dealt with. */
@Path("/v1/operations/dead-letters")
@Tag(name = "Operations")
@RolesAllowed(Roles.OPERATIONS)
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class DeadLetterResource {
    private final Operators operators;
    private final DeadLetterBox box;

    DeadLetterResource(Operators operators, DeadLetterBox box) {
        this.operators = operators;
        this.box = box;
    }

    @GET
    @Operation(operationId = "listDeadLetters", summary = "List the open dead letters")
    @APIResponse(responseCode = "200", description = "As many as asked for, each with its cause")
    public List<DeadLetterView> list(@QueryParam("limit") @DefaultValue("1000") @Min(1) @Max(10_000) int limit) {
        operators.current();
        return box.open(limit).stream().map(DeadLetterView::of).toList();
    }

    @GET
    @Path("{partition}/{offset}")
    @Operation(operationId = "showDeadLetter", summary = "An open dead letter by its place in the dead-letter topic")
    @APIResponse(responseCode = "200", description = "All that is known of it; never its bytes")
    public DeadLetterView show(
            @PathParam("partition") @Min(0) int partition, @PathParam("offset") @Min(0) long offset) {
        operators.current();
        return DeadLetterView.of(OperationsProblems.resultOf(box.show(new Place(partition, offset))));
    }

    @POST
    @Path("{partition}/{offset}/redrive")
    @Idempotent
    @Operation(
            operationId = "redriveDeadLetter",
            summary = "Hand a dead letter to its handler again, through the inbox")
    @APIResponse(responseCode = "200", description = "What became of it")
    public RedrivenView redrive(
            @PathParam("partition") @Min(0) int partition,
            @PathParam("offset") @Min(0) long offset,
            @NotNull @Valid GroundsRequest request) {
        Operator operator = operators.current();
        Place place = new Place(partition, offset);
        return new RedrivenView(OperationsProblems.resultOf(box.redrive(operator, place, request.grounds()))
                .name());
    }

    @POST
    @Path("{partition}/{offset}/discard")
    @Idempotent
    @Operation(operationId = "discardDeadLetter", summary = "Put a dead letter aside, for good")
    @APIResponse(responseCode = "204", description = "It is open no more")
    public void discard(
            @PathParam("partition") @Min(0) int partition,
            @PathParam("offset") @Min(0) long offset,
            @NotNull @Valid GroundsRequest request) {
        Operator operator = operators.current();
        OperationsProblems.resultOf(box.discard(operator, new Place(partition, offset), request.grounds()));
    }
}
