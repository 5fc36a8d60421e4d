package org.mobiletoken.sync;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import org.mobiletoken.sync.postgres.FreezeStates;
import org.mobiletoken.sync.postgres.OfferAnswers;
import org.mobiletoken.sync.postgres.TokenStates;
import org.mobiletoken.sync.rules.Offer;
import org.mobiletoken.sync.rules.OfferPolicy;
import org.mobiletoken.sync.rules.Terms;

/** Tells an app whether to offer taking over the token setting of another app, and to which terms to ask consent. */
@ApplicationScoped
public class LookUpOffer {
    /** The offer, with the terms in force where consent to them is needed. */
    public record Found(Offer offer, Optional<Terms> terms) {}

    private final TokenStates tokens;
    private final FreezeStates freezes;
    private final OfferAnswers answers;
    private final RequiredTerms terms;
    private final OfferPolicy policy;
    private final Clock clock;

    LookUpOffer(
            TokenStates tokens,
            FreezeStates freezes,
            OfferAnswers answers,
            RequiredTerms terms,
            SyncSettings settings,
            Clock clock) {
        this.tokens = tokens;
        this.freezes = freezes;
        this.answers = answers;
        this.terms = terms;
        this.policy = new OfferPolicy(settings.quietAfterCancelling());
        this.clock = clock;
    }

    public Found lookUp(String customerId, OfferPolicy.Asking asking) {
        Offer offer = QuarkusTransaction.requiringNew()
                .call(() -> policy.decide(
                        asking,
                        tokens.of(customerId),
                        freezes.of(customerId),
                        answers.in(customerId, asking.app()),
                        clock.instant()));
        return switch (offer) {
            case Offer.Offered _ -> new Found(offer, terms.inForce(customerId, asking.app()));
            case Offer.NotOffered _ -> new Found(offer, Optional.empty());
        };
    }
}
