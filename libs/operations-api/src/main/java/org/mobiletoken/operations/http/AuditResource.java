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
import org.mobiletoken.operations.ReadAudit;
import org.mobiletoken.operations.http.AuditViews.EntryOfChainView;
import org.mobiletoken.operations.http.AuditViews.OutsideView;
import org.mobiletoken.operations.http.AuditViews.SealView;

/** The audit chain, for whoever checks it. Rows are shown by their digest: what staff did to whom is none of operations' business. */
@Path("/v1/operations/audit")
@Tag(name = "Operations")
@RolesAllowed(Roles.OPERATIONS)
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class AuditResource {
    private final Operators operators;
    private final ReadAudit audit;

    AuditResource(Operators operators, ReadAudit audit) {
        this.operators = operators;
        this.audit = audit;
    }

    @GET
    @Path("entries")
    @Operation(operationId = "auditEntries", summary = "Entries of the chain after a position, in order")
    @APIResponse(
            responseCode = "200",
            description = "Each with the digest of its row as it was sealed and as it is now")
    public List<EntryOfChainView> entries(
            @QueryParam("after") @DefaultValue("0") @Min(0) long after,
            @QueryParam("limit") @DefaultValue("1000") @Min(1) @Max(5000) int limit) {
        operators.current();
        return audit.entriesAfter(after, limit).stream()
                .map(EntryOfChainView::of)
                .toList();
    }

    @GET
    @Path("seals")
    @Operation(operationId = "auditSeals", summary = "Seals after a number, in order")
    @APIResponse(responseCode = "200", description = "Each a compact JWS")
    public List<SealView> seals(
            @QueryParam("after") @DefaultValue("0") @Min(0) long after,
            @QueryParam("limit") @DefaultValue("1000") @Min(1) @Max(5000) int limit) {
        operators.current();
        return audit.sealsAfter(after, limit).stream().map(SealView::of).toList();
    }

    @GET
    @Path("outside")
    @Operation(operationId = "auditOutside", summary = "Rows without an entry although rows of their time are sealed")
    @APIResponse(responseCode = "200", description = "None, unless somebody inserted them")
    public List<OutsideView> outside() {
        operators.current();
        return audit.outside().stream()
                .map(row -> new OutsideView(row.table(), row.id()))
                .toList();
    }

    @GET
    @Path("keys")
    @Operation(operationId = "auditKeys", summary = "The public keys that check the seals")
    @APIResponse(responseCode = "200", description = "A JWK set")
    public String keys() {
        operators.current();
        return audit.keys();
    }
}
