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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mobiletoken.http.Idempotent;
import org.mobiletoken.http.Roles;
import org.mobiletoken.operations.Operator;
import org.mobiletoken.operations.WorkParkedKeys;
import org.mobiletoken.operations.http.ParkedViews.ParkedKeyView;
import org.mobiletoken.operations.http.ParkedViews.RetriedView;
import org.mobiletoken.operations.http.ParkedViews.SkipRequest;
import org.mobiletoken.operations.http.ParkedViews.WaitingEventView;

/** The keys whose events wait because one failed. No payload is shown: ids, types and the place of the failure are enough. */
@Path("/v1/operations/parked-keys")
@Tag(name = "Operations")
@RolesAllowed(Roles.OPERATIONS)
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class ParkedKeyResource {
    private final Operators operators;
    private final WorkParkedKeys parkedKeys;

    ParkedKeyResource(Operators operators, WorkParkedKeys parkedKeys) {
        this.operators = operators;
        this.parkedKeys = parkedKeys;
    }

    @GET
    @Operation(operationId = "listParkedKeys", summary = "List the parked keys")
    @APIResponse(responseCode = "200", description = "Each with the event in front")
    public List<ParkedKeyView> list() {
        operators.current();
        return parkedKeys.list().stream().map(ParkedKeyView::of).toList();
    }

    @GET
    @Path("{consumer}/{key}")
    @Operation(operationId = "showParkedKey", summary = "The events of a parked key, in their order")
    @APIResponse(responseCode = "200", description = "The failed one first")
    public List<WaitingEventView> show(@PathParam("consumer") String consumer, @PathParam("key") String key) {
        operators.current();
        return OperationsProblems.resultOf(parkedKeys.show(consumer, key)).stream()
                .map(WaitingEventView::of)
                .toList();
    }

    @POST
    @Path("{consumer}/{key}/retry")
    @Idempotent
    @Operation(
            operationId = "retryParkedKey",
            summary = "Try the events of a key again, in their order, until one fails")
    @APIResponse(responseCode = "200", description = "How many were handled, and how many still wait")
    public RetriedView retry(
            @PathParam("consumer") String consumer,
            @PathParam("key") String key,
            @NotNull @Valid GroundsRequest request) {
        Operator operator = operators.current();
        WorkParkedKeys.Retried retried =
                OperationsProblems.resultOf(parkedKeys.retry(operator, consumer, key, request.grounds()));
        return new RetriedView(retried.handled(), retried.waiting());
    }

    @POST
    @Path("{consumer}/{key}/skip")
    @Idempotent
    @Operation(operationId = "skipParkedEvent", summary = "Leave out the event in front, for good")
    @APIResponse(responseCode = "204", description = "Skipped; the rest of the key waits for a retry")
    public void skip(
            @PathParam("consumer") String consumer, @PathParam("key") String key, @NotNull @Valid SkipRequest request) {
        Operator operator = operators.current();
        OperationsProblems.resultOf(parkedKeys.skip(operator, consumer, key, request.eventId(), request.grounds()));
    }
}
