package org.mobiletoken.sync.http;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.mobiletoken.http.Caller.CustomerSession;
import org.mobiletoken.http.Callers;
import org.mobiletoken.http.Idempotent;
import org.mobiletoken.http.Problem;
import org.mobiletoken.http.ProblemTypes;
import org.mobiletoken.http.Roles;
import org.mobiletoken.sync.ApproveSync;
import org.mobiletoken.sync.Apps;
import org.mobiletoken.sync.ReadSync;
import org.mobiletoken.sync.SyncSettings;
import org.mobiletoken.sync.rules.Sync;

/** Synchronising: the calling app gets the token setting of the source app. */
@Path("/v1/syncs")
@Tag(name = "Synchronisation")
@RunOnVirtualThread
@RolesAllowed(Roles.CUSTOMER)
public class SyncResource {
    public record SyncRequest(
            @NotNull @Size(min = 1, max = 64) String sourceApp,

            @NotNull
            @Size(min = 1, max = LONGEST_PROOF)
            @Schema(description = "By the source app's device key, with the passcode")
            String proof,

            @NotNull
            @Size(min = 1, max = LONGEST_PROOF)
            @Schema(description = "By the calling app's new key, over the same challenge")
            String targetProof,

            @Size(max = 64) @Nullable String termsVersion,

            @Size(max = 64)
            @Schema(description = "Not needed: the token has the device name of the source app's")
            @Nullable
            String deviceName) {}

    private static final int LONGEST_PROOF = 8_192;

    private final Callers callers;
    private final ApproveSync approveSync;
    private final ReadSync readSync;
    private final Apps apps;
    private final Duration waitAtMost;

    SyncResource(Callers callers, ApproveSync approveSync, ReadSync readSync, Apps apps, SyncSettings settings) {
        this.callers = callers;
        this.approveSync = approveSync;
        this.readSync = readSync;
        this.apps = apps;
        this.waitAtMost = settings.waitAtMost();
    }

    @POST
    @Idempotent
    @Operation(summary = "Synchronise; with \"Prefer: wait\" the answer is the outcome if it comes in time")
    @APIResponse(
            responseCode = "200",
            description = "Ended",
            content = @Content(schema = @Schema(implementation = SyncView.class)))
    @APIResponse(
            responseCode = "202",
            description = "Approved, and on its way",
            content = @Content(schema = @Schema(implementation = SyncView.class)))
    public Response synchronise(@HeaderParam("Prefer") @Nullable String prefer, @NotNull @Valid SyncRequest request) {
        CustomerSession session = callers.customer();
        if (!apps.canJoin(request.sourceApp(), session.app())) {
            throw Problem.of(ProblemTypes.MALFORMED)
                    .with("fields", List.of("sourceApp"))
                    .toException();
        }
        ApproveSync.Outcome outcome = approveSync.approve(new ApproveSync.Wanted(
                session.customerId(),
                request.sourceApp(),
                session.app(),
                request.proof(),
                request.targetProof(),
                request.termsVersion()));
        return outcome instanceof ApproveSync.Outcome.Approved(Sync sync)
                ? answer(readSync.await(sync, Prefer.wait(prefer, waitAtMost)))
                : Refusals.responseTo(outcome);
    }

    @GET
    @Path("{id}")
    @Operation(summary = "How far a synchronisation of the calling app has come")
    @APIResponse(responseCode = "200", description = "Its state")
    public SyncView read(@PathParam("id") UUID id) {
        CustomerSession session = callers.customer();
        return readSync.read(session.customerId(), session.app(), id)
                .map(SyncView::of)
                .orElseThrow(() -> Problem.of(ProblemTypes.NOT_FOUND).toException());
    }

    private static Response answer(Sync sync) {
        Response.Status status = sync.state().isOpen() ? Response.Status.ACCEPTED : Response.Status.OK;
        return Response.status(status).entity(SyncView.of(sync)).build();
    }
}
