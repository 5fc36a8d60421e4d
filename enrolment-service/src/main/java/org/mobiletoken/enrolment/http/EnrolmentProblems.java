package org.mobiletoken.enrolment.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.mobiletoken.enrolment.rules.EnablingRefusal;
import org.mobiletoken.enrolment.rules.Freeze;
import org.mobiletoken.http.Problem;
import org.mobiletoken.http.ProblemType;
import org.mobiletoken.http.ProblemTypes;

/** The problems of tokens and of enabling them, and the one switch from refusals to problems. */
final class EnrolmentProblems {

    static final ProblemType FROZEN = new ProblemType("frozen", "The customer's tokens are frozen", 423);
    static final ProblemType NOT_ENABLED = new ProblemType("not-enabled", "This app has no token enabled", 409);
    static final ProblemType ALREADY_ENABLED =
            new ProblemType("already-enabled", "This app's token is enabled already", 409);
    static final ProblemType SYNCHRONISE_INSTEAD =
            new ProblemType("synchronise-instead", "Another app on this device is enabled: synchronise with it", 409);
    static final ProblemType OTHER_DEVICE =
            new ProblemType("other-device", "The customer's token lives on another device", 409);
    static final ProblemType ENROLMENT_ENDED = new ProblemType("enrolment-ended", "The enrolment has ended", 409);
    static final ProblemType OUT_OF_ORDER =
            new ProblemType("enrolment-out-of-order", "Another step of the enrolment comes next", 409);
    static final ProblemType IDENTITY_MISMATCH =
            new ProblemType("identity-mismatch", "The characters do not match", 422);
    static final ProblemType TOO_MANY_IDENTITY_CHECKS =
            new ProblemType("too-many-identity-checks", "Too many wrong characters today", 429);
    static final ProblemType WRONG_CODE = new ProblemType("wrong-code", "The code is wrong", 422);
    static final ProblemType PROOF_REFUSED = new ProblemType("proof-refused", "The proof is refused", 422);
    static final ProblemType CHALLENGE_USED = new ProblemType("challenge-used", "The challenge was used before", 409);
    static final ProblemType WEAK_PASSCODE = new ProblemType("weak-passcode", "The passcode is too easy to guess", 422);

    static final List<ProblemType> ALL = List.of(
            FROZEN,
            NOT_ENABLED,
            ALREADY_ENABLED,
            SYNCHRONISE_INSTEAD,
            OTHER_DEVICE,
            ENROLMENT_ENDED,
            OUT_OF_ORDER,
            IDENTITY_MISMATCH,
            TOO_MANY_IDENTITY_CHECKS,
            WRONG_CODE,
            PROOF_REFUSED,
            CHALLENGE_USED,
            WEAK_PASSCODE);

    private EnrolmentProblems() {}

    static Problem of(EnablingRefusal refusal, Clock clock) {
        return switch (refusal) {
            case EnablingRefusal.Frozen(Freeze freeze) -> frozen(freeze, clock.instant());
            case EnablingRefusal.AlreadyEnabled() -> Problem.of(ALREADY_ENABLED);
            case EnablingRefusal.SynchroniseInstead(String app) ->
                Problem.of(SYNCHRONISE_INSTEAD).with("app", app);
            case EnablingRefusal.OtherDevice(String name) ->
                Problem.of(OTHER_DEVICE).with("deviceName", name);
            case EnablingRefusal.Unknown() -> Problem.of(ProblemTypes.NOT_FOUND);
            case EnablingRefusal.EnrolmentEnded() -> Problem.of(ENROLMENT_ENDED);
            case EnablingRefusal.OutOfOrder() -> Problem.of(OUT_OF_ORDER);
            case EnablingRefusal.IdentityMismatch(int triesLeft) ->
                Problem.of(IDENTITY_MISMATCH).with("triesLeft", triesLeft);
            case EnablingRefusal.TooManyIdentityChecks(Duration wait) ->
                Problem.of(TOO_MANY_IDENTITY_CHECKS).retryAfter(wait);
            case EnablingRefusal.WrongCode(int triesLeft) ->
                Problem.of(WRONG_CODE).with("triesLeft", triesLeft);
            case EnablingRefusal.ProofRefused() -> Problem.of(PROOF_REFUSED);
            case EnablingRefusal.ChallengeUsed() -> Problem.of(CHALLENGE_USED);
            case EnablingRefusal.WeakPasscode() -> Problem.of(WEAK_PASSCODE);
            case EnablingRefusal.Busy() -> Problem.of(ProblemTypes.UNAVAILABLE).retryAfter(Duration.ofSeconds(1));
        };
    }

    static Problem frozen(Freeze freeze, Instant now) {
        Problem problem = Problem.of(FROZEN).with("kind", freeze.kind().name());
        Instant until = freeze.until();
        return until == null ? problem : problem.with("frozenUntil", until).retryAfter(Duration.between(now, until));
    }
}
