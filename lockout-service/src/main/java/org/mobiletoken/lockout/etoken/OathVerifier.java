package org.mobiletoken.lockout.etoken;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import java.security.GeneralSecurityException;
import java.time.Instant;
import org.jboss.logging.Logger;
import org.mobiletoken.lockout.postgres.ETokens;
import org.mobiletoken.lockout.postgres.StoredEToken;
import org.mobiletoken.lockout.rules.DriftPolicy;
import org.mobiletoken.lockout.rules.ETokenCodes;
import org.mobiletoken.lockout.rules.ETokenId;

/** Verifies codes itself, with the seeds of the batches that were loaded. */
@ApplicationScoped
@Typed(OathVerifier.class)
public class OathVerifier implements ETokenVerifier {

    private static final Logger LOG = Logger.getLogger(OathVerifier.class);

    private final ETokens eTokens;
    private final Seeds seeds;
    private final DriftPolicy policy;

    OathVerifier(ETokens eTokens, Seeds seeds, DriftPolicy policy) {
        this.eTokens = eTokens;
        this.seeds = seeds;
        this.policy = policy;
    }

    @Override
    public boolean knows(ETokenId eToken) {
        return eTokens.find(eToken).isPresent();
    }

    @Override
    public Verification verify(ETokenId eToken, ETokenCodes codes, Instant now) {
        var stored = eTokens.find(eToken);
        if (stored.isEmpty()) {
            LOG.errorf("E-token %s is a customer's, but its batch has not been loaded here", eToken);
            return new Verification.NoAnswer();
        }
        try {
            return verify(stored.get(), codes, now);
        } catch (GeneralSecurityException e) {
            LOG.errorf("The seed of e-token %s cannot be decrypted with the keyset in use", eToken);
            return new Verification.NoAnswer();
        }
    }

    private Verification verify(StoredEToken stored, ETokenCodes codes, Instant now) throws GeneralSecurityException {
        var shown = new OathCodes(stored.kind(), seeds.decrypt(stored.id(), stored.encryptedSeed()));
        var first = shown.gives(codes.code());
        var next = codes.next();
        var position = next == null
                ? policy.afterCode(stored.kind(), stored.position(), now, first)
                : policy.afterTwoCodes(stored.kind(), stored.position(), now, first, shown.gives(next));
        return position.<Verification>map(Verification.Right::new).orElseGet(Verification.Wrong::new);
    }
}
