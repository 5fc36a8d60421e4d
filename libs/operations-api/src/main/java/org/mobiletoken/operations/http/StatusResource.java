package org.mobiletoken.operations.http;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mobiletoken.http.Roles;
import org.mobiletoken.operations.ReadHistory;
import org.mobiletoken.operations.ShowStatus;
import org.mobiletoken.operations.http.StatusView.ConsumerView;
import org.mobiletoken.operations.http.StatusView.EntryView;

/** How event delivery stands, and what operations have done about it. */
@Path("/v1/operations")
@Tag(name = "Operations")
@RolesAllowed(Roles.OPERATIONS)
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class StatusResource {
    private final Operators operators;
    private final ShowStatus showStatus;
    private final ReadHistory history;

    StatusResource(Operators operators, ShowStatus showStatus, ReadHistory history) {
        this.operators = operators;
        this.showStatus = showStatus;
        this.history = history;
    }

    @GET
    @Path("status")
    @Operation(operationId = "operationsStatus", summary = "What waits in this service, and who consumes what")
    @APIResponse(
            responseCode = "200",
            description = "The outbox, the parked keys, the dead letters, the halts, the consumers")
    public StatusView status() {
        operators.current();
        ShowStatus.Status status = showStatus.show();
        return new StatusView(
                status.service(),
                status.waiting().outboxEvents(),
                status.waiting().outboxOldestAge().toMillis() / 1000.0,
                status.waiting().parkedKeys(),
                status.waiting().parkedEvents(),
                status.deadLetterTopic(),
                status.deadLetters(),
                status.halts(),
                status.consumers().stream()
                        .map(each -> new ConsumerView(each.name(), each.topic(), each.group()))
                        .toList());
    }

    @GET
    @Path("history")
    @Operation(operationId = "operationsHistory", summary = "What operations did here, newest first")
    @APIResponse(responseCode = "200", description = "Entries of the ledger below a number")
    public List<EntryView> history(
            @QueryParam("before") @DefaultValue("9223372036854775807") @Min(1) long before,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(500) int limit) {
        operators.current();
        return history.before(before, limit).stream()
                .map(each -> new EntryView(
                        each.id(),
                        each.at(),
                        each.actor(),
                        each.name(),
                        each.action(),
                        each.subject(),
                        each.reason(),
                        each.ticket(),
                        each.outcome()))
                .toList();
    }
}
