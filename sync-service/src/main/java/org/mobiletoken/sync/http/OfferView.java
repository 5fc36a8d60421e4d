package org.mobiletoken.sync.http;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.mobiletoken.sync.LookUpOffer;
import org.mobiletoken.sync.rules.Offer;

/** Whether to offer synchronising, from which app, and with consent to which terms; or why not. */
public record OfferView(
        boolean offered,
        @Nullable String sourceApp,
        @Nullable TermsView terms,
        @Nullable String reason) {

    static OfferView of(LookUpOffer.Found found) {
        return switch (found.offer()) {
            case Offer.Offered(String sourceApp) ->
                new OfferView(true, sourceApp, found.terms().map(TermsView::of).orElse(null), null);
            case Offer.NotOffered(Offer.Reason reason) -> new OfferView(false, null, null, slug(reason));
        };
    }

    private static String slug(Offer.Reason reason) {
        return reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
