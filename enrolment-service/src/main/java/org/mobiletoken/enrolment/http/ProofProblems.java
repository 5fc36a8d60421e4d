package org.mobiletoken.enrolment.http;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.mobiletoken.enrolment.rules.Authorisation;
import org.mobiletoken.enrolment.rules.Freeze;
import org.mobiletoken.enrolment.rules.VerificationRefusal;
import org.mobiletoken.http.Problem;
import org.mobiletoken.http.ProblemType;
import org.mobiletoken.http.ProblemTypes;

/** The problems of proofs and of what is done with them, and the one switch from refusals to problems. */
final class ProofProblems {

    static final ProblemType WRONG_PASSCODE = new ProblemType("wrong-passcode", "The passcode is wrong", 422);
    static final ProblemType COOLING_OFF = new ProblemType("cooling-off", "The token cannot be used yet", 409);
    static final ProblemType TOKEN_ENDED = new ProblemType("token-ended", "The token has ended meanwhile", 409);
    static final ProblemType TOO_MANY_OPEN =
            new ProblemType("too-many-open", "Too many attempts are open at the same time", 429);
    static final ProblemType BIOMETRIC_OUT_OF_ORDER =
            new ProblemType("biometric-enrolment-out-of-order", "Another step comes next, or the flow has ended", 409);
    static final ProblemType APP_MAY_NOT_AUTHORISE =
            new ProblemType("app-may-not-authorise", "Tokens of this app authorise no transactions", 403);
    static final ProblemType AUTHORISATION_ENDED =
            new ProblemType("authorisation-ended", "The authorisation has ended", 409);
    static final ProblemType NOT_APPROVED =
            new ProblemType("not-approved", "The customer has not approved the transaction", 409);
    static final ProblemType ALREADY_APPROVED =
            new ProblemType("already-approved", "The transaction is approved already", 409);
    static final ProblemType ALREADY_REDEEMED =
            new ProblemType("already-redeemed", "The authorisation is used already", 409);
    static final ProblemType OTHER_DETAILS =
            new ProblemType("other-details", "The customer approved other details", 422);

    static final List<ProblemType> ALL = List.of(
            WRONG_PASSCODE,
            COOLING_OFF,
            TOKEN_ENDED,
            TOO_MANY_OPEN,
            BIOMETRIC_OUT_OF_ORDER,
            APP_MAY_NOT_AUTHORISE,
            AUTHORISATION_ENDED,
            NOT_APPROVED,
            ALREADY_APPROVED,
            ALREADY_REDEEMED,
            OTHER_DETAILS);

    private ProofProblems() {}

    static Problem of(VerificationRefusal refusal, Instant now) {
        return switch (refusal) {
            case VerificationRefusal.NotProven() -> Problem.of(EnrolmentProblems.PROOF_REFUSED);
            case VerificationRefusal.ChallengeUsed() -> Problem.of(EnrolmentProblems.CHALLENGE_USED);
            case VerificationRefusal.CoolingOff(Instant effectiveAt) -> coolingOff(effectiveAt);
            case VerificationRefusal.WrongPasscode(int attemptsLeft) ->
                Problem.of(WRONG_PASSCODE).with("attemptsLeft", attemptsLeft);
            case VerificationRefusal.Frozen(Freeze freeze) -> EnrolmentProblems.frozen(freeze, now);
            case VerificationRefusal.TooManyOpen(Duration wait) ->
                Problem.of(TOO_MANY_OPEN).retryAfter(wait);
            case VerificationRefusal.Unavailable(Duration wait) ->
                Problem.of(ProblemTypes.UNAVAILABLE).retryAfter(wait);
            case VerificationRefusal.TokenEnded() -> Problem.of(TOKEN_ENDED);
        };
    }

    static Problem of(Authorisation.Outcome why) {
        return switch (why) {
            case EXPIRED -> Problem.of(AUTHORISATION_ENDED);
            case OTHER_DETAILS -> Problem.of(OTHER_DETAILS);
            case NOT_APPROVED -> Problem.of(NOT_APPROVED);
            case ALREADY_APPROVED -> Problem.of(ALREADY_APPROVED);
            case ALREADY_REDEEMED -> Problem.of(ALREADY_REDEEMED);
            case DONE -> throw new IllegalArgumentException("What is done is no problem");
        };
    }

    static Problem coolingOff(Instant effectiveAt) {
        return Problem.of(COOLING_OFF).with("effectiveAt", effectiveAt);
    }
}
