package org.mobiletoken.lockout.etoken;

import javax.crypto.SecretKey;
import org.mobiletoken.lockout.rules.ETokenId;
import org.mobiletoken.lockout.rules.OathKind;

/**
 * One e-token of a batch.
 *
 * @param counter where a counting e-token begins; 0 for one that goes by the time
 */
public record PskcKey(ETokenId eToken, OathKind kind, SecretKey seed, long counter) {

    @Override
    public String toString() {
        return "PskcKey(" + eToken + ")";
    }
}
