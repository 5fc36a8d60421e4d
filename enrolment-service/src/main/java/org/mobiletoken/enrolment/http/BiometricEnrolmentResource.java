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
import java.util.UUID;
import org.mobiletoken.enrolment.BiometricStep;
import org.mobiletoken.enrolment.CheckBiometricCode;
import org.mobiletoken.enrolment.OpenBiometricEnrolment;
import org.mobiletoken.enrolment.ReadToken;
import org.mobiletoken.enrolment.RegisterBiometricKey;
import org.mobiletoken.enrolment.neighbours.OneTimeCodes.Sent;
import org.mobiletoken.enrolment.rules.VerificationRefusal;
import org.mobiletoken.http.Caller.CustomerSession;
import org.mobiletoken.http.Callers;
import org.mobiletoken.http.Idempotent;
import org.mobiletoken.http.Problem;
import org.mobiletoken.http.ProblemTypes;
import org.mobiletoken.http.Roles;

/** Turns biometric login on, step by step; proofs are not repeatable, so only the code may be sent again with a key. */
@Path("/v1/biometric-enrolments")
@RolesAllowed(Roles.CUSTOMER)
@RunOnVirtualThread
class BiometricEnrolmentResource {

    private static final int LONGEST_PROOF = 8192;

    private final Callers callers;
    private final OpenBiometricEnrolment open;
    private final CheckBiometricCode checkCode;
    private final RegisterBiometricKey registerKey;
    private final ReadToken readToken;
    private final Clock clock;

    BiometricEnrolmentResource(
            Callers callers,
            OpenBiometricEnrolment open,
            CheckBiometricCode checkCode,
            RegisterBiometricKey registerKey,
            ReadToken readToken,
            Clock clock) {
        this.callers = callers;
        this.open = open;
        this.checkCode = checkCode;
        this.registerKey = registerKey;
        this.readToken = readToken;
        this.clock = clock;
    }

    record Proven(@NotNull @Size(max = LONGEST_PROOF) String proof) {}

    record TypedCode(@NotNull @Pattern(regexp = "[0-9]{6}") String code) {

        @Override
        public String toString() {
            return "TypedCode(hidden)";
        }
    }

    record OpenedAnswer(
            UUID biometricEnrolmentId, String maskedNumber, Instant expiresAt, Instant resendAt, int triesLeft) {

        static OpenedAnswer of(UUID flow, Sent sent) {
            return new OpenedAnswer(flow, sent.maskedNumber(), sent.expiresAt(), sent.resendAt(), sent.triesLeft());
        }
    }

    record NextStep(String next) {}

    @POST
    public Response open(@NotNull @Valid Proven request) {
        CustomerSession session = callers.customer();
        return answer(open.open(session.customerId(), session.app(), request.proof()), session);
    }

    @POST
    @Path("/{id}/otp")
    @Idempotent
    public Response checkCode(@PathParam("id") UUID id, @NotNull @Valid TypedCode typed) {
        CustomerSession session = callers.customer();
        return answer(checkCode.check(session.customerId(), session.app(), id, typed.code()), session);
    }

    @POST
    @Path("/{id}/key")
    public Response registerKey(@PathParam("id") UUID id, @NotNull @Valid Proven request) {
        CustomerSession session = callers.customer();
        return answer(registerKey.register(session.customerId(), session.app(), id, request.proof()), session);
    }

    private Response answer(BiometricStep step, CustomerSession session) {
        return switch (step) {
            case BiometricStep.CodeSent(UUID flow, Sent sent) -> created(OpenedAnswer.of(flow, sent));
            case BiometricStep.CodeAccepted() ->
                Response.ok(new NextStep("KEY")).build();
            case BiometricStep.KeyRegistered() ->
                created(TokenAnswer.of(readToken.of(session.customerId(), session.app())));
            case BiometricStep.NotVerified(VerificationRefusal refusal) ->
                ProofProblems.of(refusal, clock.instant()).toResponse();
            case BiometricStep.WrongCode(int triesLeft) ->
                Problem.of(EnrolmentProblems.WRONG_CODE)
                        .with("triesLeft", triesLeft)
                        .toResponse();
            case BiometricStep.Unknown() -> Problem.of(ProblemTypes.NOT_FOUND).toResponse();
            case BiometricStep.NotAwaited() ->
                Problem.of(ProofProblems.BIOMETRIC_OUT_OF_ORDER).toResponse();
            case BiometricStep.RefusedElsewhere(Problem problem) -> problem.toResponse();
        };
    }

    private static Response created(Object entity) {
        return Response.status(Response.Status.CREATED).entity(entity).build();
    }
}
