package org.mobiletoken.sync.rules;

import java.util.List;
import java.util.UUID;

/**
 * Once a token is disabled, the tokens that share its credential must follow.
 *
 * <p>In doubt the request is made: it touches only tokens of the ended credential, so one too many does no harm, and
 * one too few would leave a token shown as enabled.
 */
public final class DisableCascade {
    private DisableCascade() {}

    /** Whether others must follow, by what was known of the customer's tokens before this one ended. */
    public static boolean mustFollow(UUID credentialId, UUID tokenId, DisableCause cause, List<TokenState> known) {
        boolean anotherIsLive = known.stream()
                .anyMatch(token -> token.enabled()
                        && token.credentialId().equals(credentialId)
                        && !token.tokenId().equals(tokenId));
        boolean neverHeardOf = known.stream().noneMatch(token -> token.tokenId().equals(tokenId));
        return cause.startsCascade() && (anotherIsLive || neverHeardOf);
    }
}
