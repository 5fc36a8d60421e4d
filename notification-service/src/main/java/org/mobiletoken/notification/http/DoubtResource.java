package org.mobiletoken.notification.http;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.mobiletoken.http.Callers;
import org.mobiletoken.http.Idempotent;
import org.mobiletoken.http.Problem;
import org.mobiletoken.http.ProblemTypes;
import org.mobiletoken.http.Roles;
import org.mobiletoken.notification.ListMessages;
import org.mobiletoken.notification.Message;
import org.mobiletoken.notification.ResolveMessage;
import org.mobiletoken.notification.ResolveMessage.Result;
import org.mobiletoken.notification.StaffMember;
import org.mobiletoken.notification.http.DoubtfulMessages.DoubtfulMessage;

/** Messages of unknown fate, and the end of the doubt, for operations. */
@Path("/v1/messages")
@RolesAllowed(Roles.OPERATIONS)
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class DoubtResource {

    private final ListMessages listMessages;
    private final ResolveMessage resolveMessage;
    private final Callers callers;

    public DoubtResource(ListMessages listMessages, ResolveMessage resolveMessage, Callers callers) {
        this.listMessages = listMessages;
        this.resolveMessage = resolveMessage;
        this.callers = callers;
    }

    @GET
    @Operation(operationId = "listDoubtfulMessages", summary = "List the messages of unknown fate, oldest first")
    @APIResponse(responseCode = "200", description = "A page")
    public DoubtfulMessages list(
            @QueryParam("state") @NotNull @Pattern(regexp = "UNKNOWN") String state,
            @QueryParam("after") @DefaultValue("0") @Min(0) long after,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit) {
        List<Message> found = listMessages.inDoubt(after, limit + 1);
        List<Message> page = found.stream().limit(limit).toList();
        return new DoubtfulMessages(
                page.stream().map(DoubtResource::view).toList(),
                found.size() > limit ? page.getLast().sequence() : null);
    }

    @POST
    @Path("/{messageId}/resolution")
    @Idempotent(scopedBy = "customerId")
    @Operation(operationId = "resolveMessage", summary = "End the doubt about a message, once")
    @APIResponse(
            responseCode = "200",
            description = "The doubt has ended",
            content = @Content(schema = @Schema(implementation = ResolutionAnswer.class)))
    @APIResponse(responseCode = "404", description = "The customer was sent no such message")
    @APIResponse(responseCode = "409", description = "not-in-doubt or never-sent-again")
    public Response resolve(@PathParam("messageId") UUID messageId, @NotNull @Valid ResolutionRequest request) {
        var staff = callers.staff();
        Result result = resolveMessage.resolve(
                new Message.Id(request.customerId(), messageId),
                request.verdict(),
                request.reason(),
                request.reference(),
                new StaffMember(staff.subject(), staff.name()));
        return switch (result) {
            case Result.Resolved(var state) ->
                Response.ok(new ResolutionAnswer(messageId, state.name())).build();
            case Result.NoSuchMessage _ -> Problem.of(ProblemTypes.NOT_FOUND).toResponse();
            case Result.NotInDoubt _ -> Problem.of(MessageProblems.NOT_IN_DOUBT).toResponse();
            case Result.NeverSentAgain _ ->
                Problem.of(MessageProblems.NEVER_SENT_AGAIN).toResponse();
        };
    }

    private static DoubtfulMessage view(Message message) {
        return new DoubtfulMessage(
                message.id().messageId(),
                message.id().customerId(),
                message.kind().name(),
                message.template(),
                message.channel().name(),
                message.details().app(),
                message.reason(),
                message.createdAt(),
                message.settledAt());
    }
}
