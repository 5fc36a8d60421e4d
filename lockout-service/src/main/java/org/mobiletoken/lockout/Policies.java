package org.mobiletoken.lockout;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.mobiletoken.lockout.etoken.ETokenVerifier;
import org.mobiletoken.lockout.etoken.OathVerifier;
import org.mobiletoken.lockout.etoken.RemoteVerifier;
import org.mobiletoken.lockout.etoken.Seeds;
import org.mobiletoken.lockout.rules.BankRule;
import org.mobiletoken.lockout.rules.DriftPolicy;
import org.mobiletoken.lockout.rules.ETokenPolicy;
import org.mobiletoken.lockout.rules.ETokenRule;
import org.mobiletoken.lockout.rules.ETokenRules;
import org.mobiletoken.lockout.rules.LockoutPolicy;
import org.mobiletoken.lockout.rules.WayOut;
import org.mobiletoken.lockout.rules.WaysOut;

/** The policies as the settings have them; a setting weaker than the bank's rule stops the service. */
@ApplicationScoped
class Policies {

    private final LockoutSettings settings;

    Policies(LockoutSettings settings) {
        this.settings = settings;
    }

    @Produces
    @Singleton
    LockoutPolicy lockoutPolicy() {
        return new LockoutPolicy(
                settings.consecutiveLimit(),
                settings.freezeFor(),
                settings.cumulativeLimit(),
                settings.cumulativeWindow(),
                settings.attemptTimeout(),
                settings.warnAt());
    }

    @Produces
    @Singleton
    WaysOut waysOut() {
        return new WaysOut(settings.waysOut().temporary(), settings.waysOut().permanent());
    }

    @Produces
    @Singleton
    DriftPolicy driftPolicy() {
        var eToken = settings.eToken();
        return new DriftPolicy(eToken.window(), eToken.lookAhead(), eToken.resyncWindow(), eToken.resyncLookAhead());
    }

    @Produces
    @Singleton
    ETokenRules eTokenRules() {
        var eToken = settings.eToken();
        return new ETokenRules(
                new ETokenPolicy(eToken.wrongLimit(), eToken.betweenUnfreezes(), eToken.tryTimeout()),
                lockoutPolicy(),
                waysOut());
    }

    @Produces
    @ApplicationScoped
    ETokenVerifier eTokenVerifier(OathVerifier oath, RemoteVerifier remote) {
        return switch (settings.eToken().verifier()) {
            case OATH -> oath;
            case REMOTE -> remote;
        };
    }

    void check(@Observes StartupEvent start) {
        Stream.of(
                        BankRule.breaches(lockoutPolicy(), waysOut()),
                        ETokenRule.breaches(eTokenRules().eToken(), driftPolicy()),
                        keysetBreaches(),
                        verifierBreaches())
                .flatMap(List::stream)
                .findFirst()
                .ifPresent(breach -> {
                    throw new IllegalStateException(breach);
                });
        if (settings.keepAttempts().compareTo(Duration.ofDays(1)) < 0
                || settings.keepHistory().compareTo(settings.cumulativeWindow()) < 0) {
            throw new IllegalStateException("mobile-token.lockout.keep-attempts must be a day or more, and"
                    + " mobile-token.lockout.keep-history no less than cumulative-window.");
        }
    }

    private List<String> keysetBreaches() {
        var keyset = settings.eToken().keyset();
        boolean needed = settings.eToken().verifier() == ETokenSettings.Verifier.OATH
                && waysOut().ofPermanent().contains(WayOut.E_TOKEN);
        if (keyset.isEmpty()) {
            return needed
                    ? List.of(
                            "mobile-token.lockout.e-token.keyset is missing: it encrypts the seeds of e-tokens, unless a"
                                    + " remote verifier keeps them or ways-out.permanent is without E_TOKEN.")
                    : List.of();
        }
        return Seeds.isKeyset(keyset.get())
                ? List.of()
                : List.of(
                        "mobile-token.lockout.e-token.keyset is not a Tink keyset in JSON whose keys encrypt with AEAD.");
    }

    private List<String> verifierBreaches() {
        var eToken = settings.eToken();
        return eToken.verifier() == ETokenSettings.Verifier.REMOTE
                        && eToken.verifierUrl().isEmpty()
                ? List.of("mobile-token.lockout.e-token.verifier is remote, but verifier-url does not say where it is.")
                : List.of();
    }
}
