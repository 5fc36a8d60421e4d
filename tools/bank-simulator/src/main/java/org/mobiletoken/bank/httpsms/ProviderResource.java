package org.mobiletoken.bank.httpsms;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.mobiletoken.smsc.Behaviour;
import org.mobiletoken.smsc.Inbox;
import org.mobiletoken.smsc.SmsCentre;

/** Takes each message once under its key; it is as full and as picky as the SMS centre is told to be. */
@Path("/sms/v1/messages")
@PermitAll // the provider knows its customers by a key of its own, not by the bank's tokens
@RunOnVirtualThread
public class ProviderResource {
    private static final int TOO_MANY = 429;
    private static final int UNWANTED = 422;
    private static final int CODES_FIRST = 2;

    private final Inbox inbox;
    private final SmsCentre centre;
    private final byte[] authorization;
    private final Map<UUID, Taken> taken = new ConcurrentHashMap<>();

    ProviderResource(Inbox inbox, SmsCentre centre, HttpSmsSettings settings) {
        this.inbox = inbox;
        this.centre = centre;
        this.authorization = bytes("Bearer " + settings.apiKey());
    }

    @POST
    public Response take(
            @HeaderParam("Authorization") @Nullable String key,
            @HeaderParam("Idempotency-Key") @Nullable UUID messageId,
            Message message) {
        if (key == null || !MessageDigest.isEqual(bytes(key), authorization)) {
            return Response.status(Response.Status.UNAUTHORIZED).build();
        }
        if (messageId == null || !message.isWhole()) {
            return Response.status(Response.Status.BAD_REQUEST).build();
        }
        Behaviour now = centre.behaviour();
        if (now.throttled()) {
            return Response.status(TOO_MANY).build();
        }
        if (now.refuseWith() != 0) {
            return Response.status(Response.Status.SERVICE_UNAVAILABLE).build();
        }
        if (now.refusedNumbers().contains(message.to())) {
            return Response.status(UNWANTED).build();
        }
        return Response.accepted(taken.computeIfAbsent(messageId, first -> deliver(first, message)))
                .build();
    }

    private Taken deliver(UUID messageId, Message message) {
        String id = "http-" + messageId;
        int priority = "OTP".equals(message.traffic()) ? CODES_FIRST : 0;
        inbox.add(message.to(), message.sender(), message.text(), id, priority, message.validUntil());
        return new Taken(id);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** What the provider calls the message. */
    public record Taken(String id) {}

    /** A message as the contract of the provider has it. */
    public record Message(
            String to,
            String sender,
            String text,
            String traffic,
            @Nullable String validUntil) {

        /** A field that was not sent is null, whatever its type says. */
        boolean isWhole() {
            return to != null && to.matches("\\+[1-9][0-9]{6,14}") && sender != null && text != null && !text.isBlank();
        }

        @Override
        public String toString() {
            return "message";
        }
    }
}
