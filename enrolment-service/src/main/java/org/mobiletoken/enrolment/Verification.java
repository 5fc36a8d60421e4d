package org.mobiletoken.enrolment;

import java.util.UUID;
import org.mobiletoken.enrolment.rules.SigningFactor;
import org.mobiletoken.enrolment.rules.Token;
import org.mobiletoken.enrolment.rules.VerificationRefusal;

/**
 * How the verification of a proof ended.
 *
 * @param <T> what was committed together with an accepted proof
 */
public sealed interface Verification<T> {

    record Verified<T>(Token token, SigningFactor factor, UUID challengeId, T result) implements Verification<T> {}

    record NotVerified<T>(VerificationRefusal refusal) implements Verification<T> {}
}
