package org.mobiletoken.lockout.etoken;

import java.time.Instant;
import org.mobiletoken.lockout.rules.ETokenCodes;
import org.mobiletoken.lockout.rules.ETokenId;
import org.mobiletoken.lockout.rules.OathPosition;

/** Tells whether a code is an e-token's; called outside any transaction, since it may have to ask elsewhere. */
public interface ETokenVerifier {

    /** Whether there is such an e-token to be given to a customer. */
    boolean knows(ETokenId eToken);

    Verification verify(ETokenId eToken, ETokenCodes codes, Instant now);

    /** What came of it. */
    sealed interface Verification {

        /** Right, unless the e-token has moved on to this position meanwhile. */
        record Right(OathPosition position) implements Verification {}

        /** Right, and the verifier will not call it so again. */
        record RightAndUsedUp() implements Verification {}

        record Wrong() implements Verification {}

        /** Nobody can tell. */
        record NoAnswer() implements Verification {}
    }
}
