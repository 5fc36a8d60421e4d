package org.mobiletoken.lockout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.List;
import org.mobiletoken.lockout.etoken.PskcKey;
import org.mobiletoken.lockout.etoken.PskcRefused;
import org.mobiletoken.lockout.etoken.Seeds;
import org.mobiletoken.lockout.postgres.ETokens;
import org.mobiletoken.lockout.postgres.StoredEToken;
import org.mobiletoken.lockout.rules.OathPosition;

/** Takes a batch of e-tokens into stock, all of it or nothing; an e-token that is there already stays as it is. */
@ApplicationScoped
public class LoadETokens {

    /** How many were added, and how many were there before. */
    public record Loaded(int added, int present) {}

    private final ETokens eTokens;
    private final Seeds seeds;
    private final Clock clock;

    LoadETokens(ETokens eTokens, Seeds seeds, Clock clock) {
        this.eTokens = eTokens;
        this.seeds = seeds;
        this.clock = clock;
    }

    @Transactional(rollbackOn = {PskcRefused.class, GeneralSecurityException.class})
    public Loaded load(List<PskcKey> batch) throws PskcRefused, GeneralSecurityException {
        int added = 0;
        for (var key : batch) {
            var position = OathPosition.before(key.counter());
            var encrypted = seeds.encrypt(key.eToken(), key.seed());
            if (eTokens.add(new StoredEToken(key.eToken(), key.kind(), encrypted, position), clock.instant())) {
                added++;
            } else {
                refuseUnlessAlike(key);
            }
        }
        return new Loaded(added, batch.size() - added);
    }

    private void refuseUnlessAlike(PskcKey key) throws PskcRefused, GeneralSecurityException {
        var stored = eTokens.find(key.eToken()).orElseThrow();
        var seed = seeds.decrypt(stored.id(), stored.encryptedSeed());
        if (!stored.kind().equals(key.kind())
                || !MessageDigest.isEqual(seed.getEncoded(), key.seed().getEncoded())) {
            throw new PskcRefused(
                    "The e-token %s is there already with another seed, or shows other codes.".formatted(key.eToken()));
        }
    }
}
