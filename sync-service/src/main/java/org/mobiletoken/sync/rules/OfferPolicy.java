package org.mobiletoken.sync.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mobiletoken.sync.rules.Offer.NotOffered;
import org.mobiletoken.sync.rules.Offer.Offered;
import org.mobiletoken.sync.rules.Offer.Reason;

/**
 * An app without a token offers to take over that of another app on the same device, which is the one whose key the
 * asking app can name; "remind me" silences it for a session, "cancel" for {@code quietAfterCancelling}.
 */
public record OfferPolicy(Duration quietAfterCancelling) {

    /** Who asks: the app, its customer's session, and the other app's key as the phone knows it. */
    public record Asking(
            String app,
            @Nullable String sessionId,
            @Nullable String otherAppKey) {}

    public Offer decide(
            Asking asking, List<TokenState> tokens, Freeze freeze, Map<String, OfferAnswer> answers, Instant now) {
        if (tokens.stream().anyMatch(token -> token.enabled() && token.app().equals(asking.app()))) {
            return new NotOffered(Reason.ALREADY_ENABLED);
        }
        Optional<TokenState> source = tokens.stream()
                .filter(token -> token.enabled() && token.keyThumbprint().equals(asking.otherAppKey()))
                .findFirst();
        if (source.isEmpty()) {
            return new NotOffered(Reason.NOTHING_TO_SYNCHRONISE);
        }
        if (freeze.isFrozenAt(now)) {
            return new NotOffered(Reason.FROZEN);
        }
        String sourceApp = source.get().app();
        return switch (answers.get(sourceApp)) {
            case OfferAnswer.RemindNextTime(String session)
            when session != null && session.equals(asking.sessionId()) -> new NotOffered(Reason.REMIND_NEXT_TIME);
            case OfferAnswer.Cancelled(Instant at)
            when now.isBefore(at.plus(quietAfterCancelling)) -> new NotOffered(Reason.CANCELLED);
            case null, default -> new Offered(sourceApp);
        };
    }
}
