package org.mobiletoken.enrolment.http;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mobiletoken.enrolment.ApproveSync;
import org.mobiletoken.enrolment.LogIn;
import org.mobiletoken.enrolment.Verification;
import org.mobiletoken.enrolment.rules.Approval;
import org.mobiletoken.enrolment.rules.SigningFactor;
import org.mobiletoken.enrolment.rules.VerificationRefusal;
import org.mobiletoken.http.Caller.Gateway;
import org.mobiletoken.http.Callers;
import org.mobiletoken.http.Problem;
import org.mobiletoken.http.ProblemTypes;
import org.mobiletoken.http.Roles;

/** Verifies proofs: of a login for the gateway of the app, of a synchronisation for sync-service. */
@Path("/v1/verifications")
@RunOnVirtualThread
class VerificationResource {

    private static final String SYNC_SERVICE = "sync-service";
    private static final int LONGEST_PROOF = 8192;
    private static final int LONGEST_NAME = 64;

    private final Callers callers;
    private final LogIn logIn;
    private final ApproveSync approveSync;
    private final Clock clock;

    VerificationResource(Callers callers, LogIn logIn, ApproveSync approveSync, Clock clock) {
        this.callers = callers;
        this.logIn = logIn;
        this.approveSync = approveSync;
        this.clock = clock;
    }

    /** A gateway sends the proof alone; sync-service sends all, the source app where the customer named it. */
    record Submission(
            @NotNull @Size(max = LONGEST_PROOF) String proof,
            @Size(max = LONGEST_PROOF) @Nullable String targetProof,
            @Size(max = LONGEST_NAME) @Nullable String customerId,
            @Size(max = LONGEST_NAME) @Nullable String sourceApp,
            @Size(max = LONGEST_NAME) @Nullable String targetApp) {

        boolean isLogin() {
            return Stream.of(targetProof, customerId, sourceApp, targetApp).allMatch(Objects::isNull);
        }
    }

    /** How the customer proved it. */
    enum Method {
        PASSCODE,
        BIOMETRIC;

        static Method of(SigningFactor factor) {
            return switch (factor) {
                case DEVICE_KEY -> PASSCODE;
                case BIOMETRIC_KEY -> BIOMETRIC;
            };
        }
    }

    record LoginAnswer(String assertion, String customerId, UUID tokenId, Method method) {}

    record ApprovalAnswer(UUID approvalId, String sourceApp, UUID sourceTokenId, Instant expiresAt) {}

    @POST
    @RolesAllowed({Roles.GATEWAY, Roles.SERVICE})
    public Response verify(@NotNull @Valid Submission submission) {
        if (callers.current() instanceof Gateway gateway) {
            return logIn(gateway, submission);
        }
        callers.service(SYNC_SERVICE);
        return approve(submission);
    }

    private Response logIn(Gateway gateway, Submission submission) {
        if (!submission.isLogin()) {
            throw malformed("proof");
        }
        return answer(
                logIn.logIn(gateway.app(), gateway.clientId(), submission.proof()),
                verified -> new LoginAnswer(
                        verified.result(),
                        verified.token().customerId(),
                        verified.token().id().value(),
                        Method.of(verified.factor())));
    }

    private Response approve(Submission submission) {
        if (submission.customerId() == null || submission.targetProof() == null || submission.targetApp() == null) {
            throw malformed("customerId", "targetProof", "targetApp");
        }
        ApproveSync.Wish wish = new ApproveSync.Wish(
                submission.customerId(),
                submission.sourceApp(),
                submission.targetApp(),
                submission.proof(),
                submission.targetProof());
        return answer(approveSync.approve(wish), verified -> answer(verified.result()));
    }

    private static ApprovalAnswer answer(Approval approval) {
        return new ApprovalAnswer(
                approval.id().value(),
                approval.sourceApp(),
                approval.sourceToken().value(),
                approval.expiresAt());
    }

    private <T> Response answer(Verification<T> verification, Function<Verification.Verified<T>, Object> answer) {
        return switch (verification) {
            case Verification.Verified<T> verified ->
                Response.ok(answer.apply(verified)).build();
            case Verification.NotVerified<T>(VerificationRefusal refusal) ->
                ProofProblems.of(refusal, clock.instant()).toResponse();
        };
    }

    private static RuntimeException malformed(String... fields) {
        return Problem.of(ProblemTypes.MALFORMED)
                .with("fields", List.of(fields))
                .toException();
    }
}
