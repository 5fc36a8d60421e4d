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
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mobiletoken.delivery.Halt;
import org.mobiletoken.http.Idempotent;
import org.mobiletoken.http.Roles;
import org.mobiletoken.operations.Operator;
import org.mobiletoken.operations.WorkHalts;

/** The consumers that hold their next record until somebody has looked. */
@Path("/v1/operations/halts")
@Tag(name = "Operations")
@RolesAllowed(Roles.OPERATIONS)
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class HaltResource {
    private final Operators operators;
    private final WorkHalts workHalts;

    HaltResource(Operators operators, WorkHalts workHalts) {
        this.operators = operators;
        this.workHalts = workHalts;
    }

    /** A consumer that does not go on, and why. */
    public record HaltView(UUID id, String consumer, String because, Instant since) {
        static HaltView of(Halt halt) {
            return new HaltView(halt.id(), halt.consumer(), halt.because(), halt.since());
        }
    }

    @GET
    @Operation(operationId = "listHalts", summary = "List the halted consumers of all replicas")
    @APIResponse(responseCode = "200", description = "Each with what happened and what to do")
    public List<HaltView> list() {
        operators.current();
        return workHalts.list().stream().map(HaltView::of).toList();
    }

    @POST
    @Path("{id}/lift")
    @Idempotent
    @Operation(operationId = "liftHalt", summary = "Let a halted consumer go on with the record that it holds")
    @APIResponse(responseCode = "200", description = "Lifted; the consumer goes on within a second")
    public HaltView lift(@PathParam("id") UUID id, @NotNull @Valid GroundsRequest request) {
        Operator operator = operators.current();
        return HaltView.of(OperationsProblems.resultOf(workHalts.lift(operator, id, request.grounds())));
    }
}
