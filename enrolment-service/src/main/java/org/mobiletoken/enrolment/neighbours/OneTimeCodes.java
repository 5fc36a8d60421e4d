package org.mobiletoken.enrolment.neighbours;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.mobiletoken.http.Problem;

/** Notification-service sends one-time codes by SMS and checks them; this service never sees a code that it did not pass on. */
@ApplicationScoped
public class OneTimeCodes {

    private static final String NAME = "notification-service";

    private final NotificationApi api;

    OneTimeCodes(@RestClient NotificationApi api) {
        this.api = api;
    }

    /** Whether a code went out. */
    public sealed interface Sending {}

    public record Sent(UUID otpId, String maskedNumber, Instant expiresAt, Instant resendAt, int triesLeft)
            implements Sending {}

    /** @param problem notification-service's own answer, for the caller to see */
    public record NotSent(Problem problem) implements Sending {}

    /** What a code that was typed in is worth. */
    public sealed interface Checking {}

    public record Right() implements Checking {}

    public record Wrong(int triesLeft) implements Checking {}

    /** @param problem why no code would be right any more, for the caller to see */
    public record NoLongerChecked(Problem problem) implements Checking {}

    /** Sends a code for one flow; a code sent before for the same flow is void. */
    public Sending send(String customerId, String purpose, UUID flow, String app) {
        NotificationApi.Send request = new NotificationApi.Send(customerId, purpose, flow, app);
        return Calls.ask(NAME, () -> api.send(request), response -> switch (response.getStatus()) {
            case 200, 201 -> Answers.read(response, Sent.class);
            case 409, 422, 429 -> new NotSent(PassedOn.problemOf(response));
            default -> throw Unavailable.now();
        });
    }

    public Checking check(UUID otpId, String customerId, String code) {
        NotificationApi.Verify request = new NotificationApi.Verify(customerId, code);
        return Calls.ask(NAME, () -> api.verify(otpId, request), OneTimeCodes::checking);
    }

    private static Checking checking(Response response) {
        return switch (response.getStatus()) {
            case 200 -> new Right();
            case 422 ->
                new Wrong(
                        Answers.read(response, NotificationApi.WrongCode.class).triesLeft());
            case 409, 429 -> new NoLongerChecked(PassedOn.problemOf(response));
            default -> throw Unavailable.now();
        };
    }
}
