package org.mobiletoken.sync.rules;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What an event tells of a token, and what is known of the customer's tokens after hearing it; stale news tell nothing. */
public sealed interface TokenNews {
    /** The version of the event. */
    long version();

    /** The token of an app as it is from now on. */
    record Enabled(TokenState state) implements TokenNews {
        @Override
        public long version() {
            return state.version();
        }
    }

    record Disabled(UUID tokenId, long version) implements TokenNews {}

    record Biometric(UUID tokenId, boolean on, long version) implements TokenNews {}

    /** What is to be kept, given what was known of the customer; nothing if the news are stale or of a token unknown here. */
    default Optional<TokenState> after(List<TokenState> known) {
        Optional<TokenState> told = switch (this) {
            case Enabled enabled -> Optional.of(enabled.state());
            case Disabled disabled -> token(known, disabled.tokenId()).map(token -> token.disabled(disabled.version()));
            case Biometric biometric ->
                token(known, biometric.tokenId()).map(token -> token.biometric(biometric.on(), biometric.version()));
        };
        return told.filter(state -> known.stream()
                .filter(token -> token.app().equals(state.app()))
                .allMatch(token -> token.isOlderThan(version())));
    }

    private static Optional<TokenState> token(List<TokenState> known, UUID tokenId) {
        return known.stream().filter(token -> token.tokenId().equals(tokenId)).findFirst();
    }
}
