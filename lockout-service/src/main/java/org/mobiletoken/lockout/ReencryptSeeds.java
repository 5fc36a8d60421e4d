package org.mobiletoken.lockout;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.GeneralSecurityException;
import java.util.List;
import org.jboss.logging.Logger;
import org.mobiletoken.lockout.etoken.Seeds;
import org.mobiletoken.lockout.postgres.ETokens;
import org.mobiletoken.lockout.postgres.StoredEToken;
import org.mobiletoken.lockout.rules.ETokenId;

/** Once the keyset has a new primary key, every seed is encrypted anew with it, so that the old key can go. */
@ApplicationScoped
public class ReencryptSeeds {
    private static final Logger LOG = Logger.getLogger(ReencryptSeeds.class);
    private static final int SLICE = 200;

    private final ETokens eTokens;
    private final Seeds seeds;
    private final LockoutSettings settings;

    ReencryptSeeds(ETokens eTokens, Seeds seeds, LockoutSettings settings) {
        this.eTokens = eTokens;
        this.seeds = seeds;
        this.settings = settings;
    }

    @Scheduled(
            identity = "lockout-reencrypt",
            every = "${mobile-token.lockout.reencrypt-every:10m}",
            delayed = "1m",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void reencrypt() {
        if (settings.eToken().keyset().isPresent()) {
            int done = 0;
            var last = new ETokenId("", "");
            for (var slice = slice(last); !slice.isEmpty(); slice = slice(last)) {
                done += (int) slice.stream().filter(Reencrypted::done).count();
                last = slice.getLast().id();
            }
            if (done > 0) {
                LOG.infof("%d seeds are encrypted under the new primary key of the keyset", done);
            }
        }
    }

    private record Reencrypted(ETokenId id, boolean done) {}

    private List<Reencrypted> slice(ETokenId after) {
        return QuarkusTransaction.requiringNew()
                .call(() ->
                        eTokens
                                .holdUnlessUnder(seeds.prefix(), after.manufacturer(), after.serialNumber(), SLICE)
                                .stream()
                                .map(each -> new Reencrypted(each.id(), reencrypt(each)))
                                .toList());
    }

    private boolean reencrypt(StoredEToken eToken) {
        try {
            eTokens.reencrypt(
                    eToken.id(), seeds.encrypt(eToken.id(), seeds.decrypt(eToken.id(), eToken.encryptedSeed())));
            return true;
        } catch (GeneralSecurityException e) {
            LOG.errorf(
                    "No key of the keyset opens the seed of %s: put back the key that it was encrypted with",
                    eToken.id());
            return false;
        }
    }
}
