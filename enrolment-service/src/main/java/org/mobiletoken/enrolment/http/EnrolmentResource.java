package org.mobiletoken.enrolment.http;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import org.mobiletoken.enrolment.CheckCode;
import org.mobiletoken.enrolment.CheckIdentity;
import org.mobiletoken.enrolment.EnablingStep;
import org.mobiletoken.enrolment.OpenEnrolment;
import org.mobiletoken.enrolment.ReadToken;
import org.mobiletoken.enrolment.ResendCode;
import org.mobiletoken.enrolment.SetPasscode;
import org.mobiletoken.enrolment.neighbours.OneTimeCodes.Sent;
import org.mobiletoken.enrolment.rules.EnablingRefusal;
import org.mobiletoken.enrolment.rules.Enrolment.AwaitingIdentity;
import org.mobiletoken.enrolment.rules.EnrolmentId;
import org.mobiletoken.http.Caller.CustomerSession;
import org.mobiletoken.http.Callers;
import org.mobiletoken.http.Idempotent;
import org.mobiletoken.http.Problem;
import org.mobiletoken.http.Roles;

/** Enabling, step by step, by the customer in session and for the app of the session. */
@Path("/v1/enrolments")
@RolesAllowed(Roles.CUSTOMER)
@RunOnVirtualThread
class EnrolmentResource {

    private static final String THUMBPRINT = "[A-Za-z0-9_-]{43}";
    private static final int LONGEST_PROOF = 8192;

    private final Callers callers;
    private final OpenEnrolment openEnrolment;
    private final CheckIdentity checkIdentity;
    private final ResendCode resendCode;
    private final CheckCode checkCode;
    private final SetPasscode setPasscode;
    private final ReadToken readToken;
    private final Clock clock;

    EnrolmentResource(
            Callers callers,
            OpenEnrolment openEnrolment,
            CheckIdentity checkIdentity,
            ResendCode resendCode,
            CheckCode checkCode,
            SetPasscode setPasscode,
            ReadToken readToken,
            Clock clock) {
        this.callers = callers;
        this.openEnrolment = openEnrolment;
        this.checkIdentity = checkIdentity;
        this.resendCode = resendCode;
        this.checkCode = checkCode;
        this.setPasscode = setPasscode;
        this.readToken = readToken;
        this.clock = clock;
    }

    /** @param otherAppKey the thumbprint of another app's key that the phone found on itself */
    record Opening(
            @NotNull @Size(max = LONGEST_PROOF) String proof,

            @NotNull @Pattern(regexp = "[^\\p{Cntrl}]{1,100}")
            String deviceName,

            @Nullable Boolean replaceDevice,
            @Pattern(regexp = THUMBPRINT) @Nullable String otherAppKey) {}

    record OpenedAnswer(UUID enrolmentId, List<Integer> hkidPositions, int triesLeft, Instant expiresAt) {

        static OpenedAnswer of(AwaitingIdentity enrolment) {
            return new OpenedAnswer(
                    enrolment.details().id().value(),
                    enrolment.details().hkidPositions(),
                    enrolment.triesLeft(),
                    enrolment.details().expiresAt());
        }
    }

    record Identity(
            @NotNull @Size(min = 3, max = 3) List<@NotNull @Pattern(regexp = "[A-Za-z0-9]") String> characters) {

        List<String> upperCase() {
            return characters.stream()
                    .map(character -> character.toUpperCase(Locale.ROOT))
                    .toList();
        }
    }

    record SentAnswer(UUID otpId, String maskedNumber, Instant expiresAt, Instant resendAt, int triesLeft) {

        static SentAnswer of(Sent sent) {
            return new SentAnswer(
                    sent.otpId(), sent.maskedNumber(), sent.expiresAt(), sent.resendAt(), sent.triesLeft());
        }
    }

    record TypedCode(@NotNull @Pattern(regexp = "[0-9]{6}") String code) {}

    record NextStep(String next) {}

    record ChosenPasscode(
            @NotNull @Size(max = LONGEST_PROOF) String proof) {}

    @POST
    @Idempotent
    @APIResponseSchema(value = OpenedAnswer.class, responseCode = "201")
    public Response open(@NotNull @Valid Opening opening) {
        CustomerSession session = callers.customer();
        return answer(
                openEnrolment.open(
                        session.customerId(),
                        session.app(),
                        opening.proof(),
                        new OpenEnrolment.Phone(
                                opening.deviceName(),
                                Boolean.TRUE.equals(opening.replaceDevice()),
                                opening.otherAppKey())),
                Response.Status.CREATED,
                OpenedAnswer::of);
    }

    @POST
    @Path("/{id}/identity-check")
    @Idempotent
    @APIResponseSchema(value = SentAnswer.class, responseCode = "200")
    public Response checkIdentity(@PathParam("id") UUID id, @NotNull @Valid Identity identity) {
        CustomerSession session = callers.customer();
        return answer(
                checkIdentity.check(session.customerId(), session.app(), new EnrolmentId(id), identity.upperCase()),
                Response.Status.OK,
                SentAnswer::of);
    }

    @POST
    @Path("/{id}/otp/resend")
    @Idempotent
    @APIResponseSchema(value = SentAnswer.class, responseCode = "200")
    public Response resend(@PathParam("id") UUID id) {
        CustomerSession session = callers.customer();
        return answer(
                resendCode.resend(session.customerId(), session.app(), new EnrolmentId(id)),
                Response.Status.OK,
                SentAnswer::of);
    }

    @POST
    @Path("/{id}/otp")
    @Idempotent
    @APIResponseSchema(value = NextStep.class, responseCode = "200")
    public Response checkCode(@PathParam("id") UUID id, @NotNull @Valid TypedCode typed) {
        CustomerSession session = callers.customer();
        return answer(
                checkCode.check(session.customerId(), session.app(), new EnrolmentId(id), typed.code()),
                Response.Status.OK,
                _ -> new NextStep("PASSCODE"));
    }

    @POST
    @Path("/{id}/passcode")
    @Idempotent
    @APIResponseSchema(value = TokenAnswer.class, responseCode = "201")
    public Response setPasscode(@PathParam("id") UUID id, @NotNull @Valid ChosenPasscode chosen) {
        CustomerSession session = callers.customer();
        return answer(
                setPasscode.set(session.customerId(), session.app(), new EnrolmentId(id), chosen.proof()),
                Response.Status.CREATED,
                _ -> TokenAnswer.of(readToken.of(session.customerId(), session.app())));
    }

    private <T> Response answer(EnablingStep<T> step, Response.Status status, Function<T, Object> answer) {
        return switch (step) {
            case EnablingStep.Done<T>(T result) ->
                Response.status(status).entity(answer.apply(result)).build();
            case EnablingStep.Refused<T>(EnablingRefusal refusal) ->
                EnrolmentProblems.of(refusal, clock).toResponse();
            case EnablingStep.RefusedElsewhere<T>(Problem problem) -> problem.toResponse();
        };
    }
}
