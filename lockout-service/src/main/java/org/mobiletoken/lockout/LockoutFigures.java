package org.mobiletoken.lockout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.mobiletoken.lockout.etoken.Seeds;
import org.mobiletoken.lockout.postgres.ETokens;
import org.mobiletoken.lockout.postgres.Elapsed;
import org.mobiletoken.lockout.rules.FreezeKind;
import org.mobiletoken.operations.Figure;

/** How many customers are frozen, and how many seeds still need a key of the keyset that is not the primary one. */
@ApplicationScoped
class LockoutFigures {
    @Produces
    @Singleton
    Figure frozenCustomers(Elapsed freezes) {
        return new Figure(
                "frozen_customers", "Freezes in force", "kind", Duration.ofMinutes(1), () -> frozenByKind(freezes));
    }

    @Produces
    @Singleton
    Figure seedsUnderOldKeys(ETokens eTokens, Seeds seeds, LockoutSettings settings) {
        boolean holdsSeeds = settings.eToken().keyset().isPresent();
        return Figure.underOldKeys(
                "e_token_seeds",
                Duration.ofMinutes(10),
                () -> holdsSeeds ? eTokens.countUnlessUnder(seeds.prefix()) : 0);
    }

    private static Map<String, Double> frozenByKind(Elapsed freezes) {
        Map<FreezeKind, Long> inForce = freezes.countInForce();
        Map<String, Double> counts = new HashMap<>();
        for (FreezeKind kind : FreezeKind.values()) {
            counts.put(
                    kind.name().toLowerCase(Locale.ROOT),
                    inForce.getOrDefault(kind, 0L).doubleValue());
        }
        return counts;
    }
}
