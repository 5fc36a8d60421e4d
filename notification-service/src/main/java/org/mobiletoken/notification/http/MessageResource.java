package org.mobiletoken.notification.http;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.mobiletoken.http.Roles;
import org.mobiletoken.notification.ListMessages;
import org.mobiletoken.notification.ListMessages.Listed;
import org.mobiletoken.notification.Message;
import org.mobiletoken.notification.Resolution;
import org.mobiletoken.notification.http.CustomerMessages.CustomerMessage;
import org.mobiletoken.notification.http.CustomerMessages.Decision;

/** What a customer was sent, for operations. */
@Path("/v1/customers/{customerId}/messages")
@RolesAllowed(Roles.OPERATIONS)
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class MessageResource {

    private final ListMessages listMessages;

    public MessageResource(ListMessages listMessages) {
        this.listMessages = listMessages;
    }

    @GET
    @Operation(operationId = "listMessages", summary = "List what a customer was sent, newest first")
    @APIResponse(responseCode = "200", description = "A page; an unknown customer was sent nothing")
    public CustomerMessages list(
            @PathParam("customerId") @Pattern(regexp = Ids.CUSTOMER) String customerId,
            @QueryParam("before") @DefaultValue("9223372036854775807") @Min(1) long before,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit) {
        List<Listed> found = listMessages.newestFirst(customerId, before, limit + 1);
        List<Listed> page = found.stream().limit(limit).toList();
        return new CustomerMessages(
                page.stream().map(MessageResource::view).toList(),
                found.size() > limit ? page.getLast().message().sequence() : null);
    }

    private static CustomerMessage view(Listed listed) {
        Message message = listed.message();
        return new CustomerMessage(
                message.id().messageId(),
                message.causeId(),
                message.template(),
                message.channel().name(),
                message.state().name(),
                message.details().app(),
                message.reason(),
                message.details().happenedAt(),
                message.createdAt(),
                message.settledAt(),
                listed.resolutions().stream().map(MessageResource::view).toList());
    }

    private static Decision view(Resolution resolution) {
        return new Decision(
                resolution.verdict().name(),
                resolution.reason(),
                resolution.reference(),
                resolution.by().name(),
                resolution.at());
    }
}
