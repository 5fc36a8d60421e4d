package org.mobiletoken.enrolment;

import java.util.Optional;
import org.mobiletoken.enrolment.rules.BiometricKey;
import org.mobiletoken.enrolment.rules.PublicJwk;
import org.mobiletoken.enrolment.rules.SigningFactor;
import org.mobiletoken.enrolment.rules.Token;

/** A live token together with the one of its keys that is said to have signed. */
record KeyOwner(Token token, PublicJwk key, SigningFactor factor) {

    /** Nothing where the token has no key of this thumbprint. */
    static Optional<KeyOwner> of(Token token, String thumbprint) {
        if (token.isSignedBy(thumbprint)) {
            return Optional.of(new KeyOwner(token, token.key(), SigningFactor.DEVICE_KEY));
        }
        BiometricKey biometric = token.biometric();
        return biometric != null && biometric.key().thumbprint().equals(thumbprint)
                ? Optional.of(new KeyOwner(token, biometric.key(), SigningFactor.BIOMETRIC_KEY))
                : Optional.empty();
    }

    /** Whether the token as it is now still has this key, for the same use. */
    boolean isStillOf(Token now, String thumbprint) {
        return of(now, thumbprint).filter(owner -> owner.factor() == factor).isPresent();
    }
}
