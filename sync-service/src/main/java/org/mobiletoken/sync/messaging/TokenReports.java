package org.mobiletoken.sync.messaging;

import java.util.Optional;
import org.mobiletoken.delivery.IncomingEvent;
import org.mobiletoken.delivery.UndecodableEvent;
import org.mobiletoken.events.Event;
import org.mobiletoken.events.enrolment.BiometricDisabled;
import org.mobiletoken.events.enrolment.BiometricEnabled;
import org.mobiletoken.events.enrolment.TokenDisabled;
import org.mobiletoken.events.enrolment.TokenEnabled;
import org.mobiletoken.sync.rules.TokenNews;
import org.mobiletoken.sync.rules.TokenState;

/** Reads out of enrolment-service's events what they tell of tokens. */
public final class TokenReports {
    /** Whose inbox remembers these events. */
    public static final String CONSUMER = "sync-token-states";

    private TokenReports() {}

    /** The news in an event, if it tells any; what cannot be read told the live copy nothing either. */
    public static Optional<TokenNews> newsIn(IncomingEvent incoming) {
        try {
            return Contracts.read(incoming).flatMap(TokenReports::newsIn);
        } catch (UndecodableEvent e) {
            return Optional.empty();
        }
    }

    private static Optional<TokenNews> newsIn(Event event) {
        return switch (event) {
            case TokenEnabled enabled -> Optional.of(new TokenNews.Enabled(stateOf(enabled)));
            case TokenDisabled disabled -> Optional.of(new TokenNews.Disabled(disabled.tokenId(), disabled.version()));
            case BiometricEnabled on -> Optional.of(new TokenNews.Biometric(on.tokenId(), true, on.version()));
            case BiometricDisabled off -> Optional.of(new TokenNews.Biometric(off.tokenId(), false, off.version()));
            default -> Optional.empty();
        };
    }

    static TokenState stateOf(TokenEnabled enabled) {
        return new TokenState(
                enabled.app(),
                enabled.tokenId(),
                enabled.credentialId(),
                enabled.keyThumbprint(),
                true,
                enabled.effectiveAt(),
                false,
                enabled.version());
    }
}
