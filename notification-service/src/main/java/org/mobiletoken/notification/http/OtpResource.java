package org.mobiletoken.notification.http;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.mobiletoken.http.Caller;
import org.mobiletoken.http.Callers;
import org.mobiletoken.http.Idempotent;
import org.mobiletoken.http.Problem;
import org.mobiletoken.http.ProblemTypes;
import org.mobiletoken.http.Roles;
import org.mobiletoken.notification.IssueOtp;
import org.mobiletoken.notification.IssueResult;
import org.mobiletoken.notification.MessageMetrics;
import org.mobiletoken.notification.NotificationSettings;
import org.mobiletoken.notification.VerifyOtp;
import org.mobiletoken.notification.rules.Code;
import org.mobiletoken.notification.rules.Flow;
import org.mobiletoken.notification.rules.IssueDecision;
import org.mobiletoken.notification.rules.Purpose;
import org.mobiletoken.notification.rules.Requester;
import org.mobiletoken.notification.rules.VerifyDecision;

/** One-time passwords by SMS, for the gateways and the enrolling service. */
@Path("/v1/otps")
@RolesAllowed({Roles.SERVICE, Roles.GATEWAY})
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class OtpResource {

    private static final Duration TRY_AGAIN = Duration.ofSeconds(1);

    private final IssueOtp issueOtp;
    private final VerifyOtp verifyOtp;
    private final MessageMetrics metrics;
    private final Callers callers;
    private final Clock clock;
    private final String enrollingClient;

    public OtpResource(
            IssueOtp issueOtp,
            VerifyOtp verifyOtp,
            MessageMetrics metrics,
            Callers callers,
            Clock clock,
            NotificationSettings settings) {
        this.issueOtp = issueOtp;
        this.verifyOtp = verifyOtp;
        this.metrics = metrics;
        this.callers = callers;
        this.clock = clock;
        this.enrollingClient = settings.otp().enrollingClient();
    }

    @POST
    @Idempotent(scopedBy = "customerId")
    @Operation(operationId = "sendOtp", summary = "Send a code to the customer's mobile number")
    @APIResponse(
            responseCode = "201",
            description = "The SMS centre has accepted the code",
            content = @Content(schema = @Schema(implementation = OtpSent.class)))
    @APIResponse(responseCode = "403", description = "This client may not ask for codes of this purpose and app")
    @APIResponse(responseCode = "404", description = "The directory does not know the customer")
    @APIResponse(responseCode = "409", description = "otp-ended, number-changed-recently or no-mobile-number")
    @APIResponse(responseCode = "429", description = "resend-too-soon or too-many-codes, with Retry-After if it passes")
    @APIResponse(responseCode = "503", description = "The code could not be handed over and cannot be verified")
    public Response send(@NotNull @Valid OtpRequest request) {
        Purpose purpose = Purpose.of(request.purpose()).orElseThrow();
        Requester requester = requester();
        if (!requester.mayAskFor(purpose, request.app(), enrollingClient)) {
            throw Problem.of(ProblemTypes.FORBIDDEN).toException();
        }
        Flow flow = new Flow(request.customerId(), request.flowId(), purpose, request.app(), requester.clientId());
        IssueResult result = issueOtp.issue(flow);
        metrics.requested(result);
        return switch (result) {
            case IssueResult.Sent sent -> created(sent);
            case IssueResult.NotNow(IssueDecision decision) -> notNow(decision).toResponse();
            case IssueResult.NumberChangedRecently _ ->
                Problem.of(OtpProblems.NUMBER_CHANGED_RECENTLY).toResponse();
            case IssueResult.NoNumber _ ->
                Problem.of(OtpProblems.NO_MOBILE_NUMBER).toResponse();
            case IssueResult.NoCustomer _ -> Problem.of(ProblemTypes.NOT_FOUND).toResponse();
            case IssueResult.NotSent _ ->
                Problem.of(ProblemTypes.UNAVAILABLE).retryAfter(TRY_AGAIN).toResponse();
        };
    }

    @POST
    @Path("/{otpId}/verification")
    @Operation(operationId = "verifyOtp", summary = "Verify a code, once")
    @APIResponse(
            responseCode = "200",
            description = "The code is right and used up",
            content = @Content(schema = @Schema(implementation = VerificationAnswer.class)))
    @APIResponse(responseCode = "404", description = "This client has asked for no such code")
    @APIResponse(responseCode = "409", description = "otp-ended: used, expired, void or too many wrong entries")
    @APIResponse(responseCode = "422", description = "wrong-code, with triesLeft")
    public Response verify(@PathParam("otpId") UUID otpId, @NotNull @Valid VerificationRequest request) {
        Code entry = Code.typed(request.code())
                .orElseThrow(() -> Problem.of(ProblemTypes.MALFORMED).toException());
        Optional<VerifyDecision> decision =
                verifyOtp.verify(requester().clientId(), request.customerId(), otpId, entry);
        metrics.typedIn(decision);
        return switch (decision.orElseThrow(
                () -> Problem.of(ProblemTypes.NOT_FOUND).toException())) {
            case VerifyDecision.Accept _ ->
                Response.ok(new VerificationAnswer(true)).build();
            case VerifyDecision.Reject(int triesLeft) ->
                Problem.of(OtpProblems.WRONG_CODE).with("triesLeft", triesLeft).toResponse();
            case VerifyDecision.Ended _ -> Problem.of(OtpProblems.OTP_ENDED).toResponse();
        };
    }

    private Requester requester() {
        return switch (callers.current()) {
            case Caller.Gateway(String clientId, String app) -> new Requester.Gateway(clientId, app);
            case Caller.Service(String clientId) -> new Requester.Service(clientId);
            case Caller.CustomerSession _, Caller.Staff _, Caller.Other _ ->
                throw Problem.of(ProblemTypes.FORBIDDEN).toException();
        };
    }

    private static Response created(IssueResult.Sent sent) {
        return Response.status(Status.CREATED)
                .entity(new OtpSent(
                        sent.otpId(), sent.number().masked(), sent.expiresAt(), sent.resendAt(), sent.triesLeft()))
                .build();
    }

    private Problem notNow(IssueDecision decision) {
        return switch (decision) {
            case IssueDecision.TooSoon(Instant resendAt) ->
                Problem.of(OtpProblems.RESEND_TOO_SOON)
                        .with("resendAt", resendAt)
                        .retryAfter(until(resendAt));
            case IssueDecision.DaySpent(Instant freeAgainAt) ->
                Problem.of(OtpProblems.TOO_MANY_CODES).retryAfter(until(freeAgainAt));
            case IssueDecision.BudgetSpent(Instant freeAgainAt) ->
                Problem.of(OtpProblems.TOO_MANY_CODES).retryAfter(until(freeAgainAt));
            case IssueDecision.FlowSpent _ -> Problem.of(OtpProblems.TOO_MANY_CODES);
            case IssueDecision.FlowEnded _ -> Problem.of(OtpProblems.OTP_ENDED);
            case IssueDecision.Issue _ -> throw new IllegalStateException("A code that may be sent is sent");
        };
    }

    private Duration until(Instant instant) {
        return Duration.between(clock.instant(), instant);
    }
}
