package org.mobiletoken.lockout;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.mobiletoken.lockout.etoken.ETokenVerifier;
import org.mobiletoken.lockout.postgres.Unfreezes;
import org.mobiletoken.lockout.rules.CustomerId;
import org.mobiletoken.lockout.rules.ETokenCodes;
import org.mobiletoken.lockout.rules.ETokenTry;
import org.mobiletoken.lockout.rules.FreezeId;

/** The customer lifts a permanent freeze with an e-token: a try is opened, the code verified outside any transaction, the try settled. */
@ApplicationScoped
public class UnfreezeByEToken {

    /**
     * What came of it.
     *
     * @param unfreezeId names the try
     * @param freezeKnown whether the customer has ever been frozen by that freeze
     */
    public record Answer(UUID unfreezeId, ETokenTry.Result result, boolean freezeKnown, Instant now) {}

    private final ETokenTries tries;
    private final ETokenVerifier verifier;
    private final Unfreezes unfreezes;

    UnfreezeByEToken(ETokenTries tries, ETokenVerifier verifier, Unfreezes unfreezes) {
        this.tries = tries;
        this.verifier = verifier;
        this.unfreezes = unfreezes;
    }

    /** Nothing if the customer is unknown. */
    public Optional<Answer> unfreeze(CustomerId customer, FreezeId freeze, ETokenCodes codes) {
        var id = UUID.randomUUID();
        return tries.open(customer, id, freeze)
                .map(opened -> settled(customer, id, freeze, codes, opened))
                .map(tried -> new Answer(id, tried.result(), unfreezes.knowsFreeze(customer, freeze), tried.now()));
    }

    private ETokenTries.Tried settled(
            CustomerId customer, UUID id, FreezeId freeze, ETokenCodes codes, ETokenTries.Tried opened) {
        if (!(opened.result() instanceof ETokenTry.Opened)) {
            return opened;
        }
        var eToken = opened.eToken().orElseThrow();
        return tries.settle(customer, id, freeze, eToken, verifier.verify(eToken, codes, opened.now()));
    }
}
