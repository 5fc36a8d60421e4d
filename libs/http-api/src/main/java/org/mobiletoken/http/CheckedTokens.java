package org.mobiletoken.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.function.Supplier;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * An access token that has been found valid is not checked again for ten seconds, and never taken after it has expired. A key that
 * the identity provider withdraws is honoured for ten seconds longer than without.
 *
 * <p>Tokens are remembered by their hash. One that is bound to its sender's key or certificate is checked with every request.
 */
final class CheckedTokens {
    static final Duration TRUSTED_FOR = Duration.ofSeconds(10);
    private static final int AT_MOST = 2_000;
    private static final String BOUND_TO_SENDER = "cnf";

    private record Checked(SecurityIdentity identity, Instant expiry) {}

    private final InstantSource clock;
    private final Cache<String, Checked> checked;

    CheckedTokens(InstantSource clock, Ticker ticker) {
        this.clock = clock;
        this.checked = Caffeine.newBuilder()
                .maximumSize(AT_MOST)
                .expireAfterWrite(TRUSTED_FOR)
                .ticker(ticker)
                .build();
    }

    /** Who the header's token stands for; {@code check} is asked when that is not known. */
    Uni<SecurityIdentity> identity(String authorization, Supplier<Uni<SecurityIdentity>> check) {
        String hash = hash(authorization);
        Checked known = checked.getIfPresent(hash);
        if (known != null && clock.instant().isBefore(known.expiry())) {
            return Uni.createFrom().item(known.identity());
        }
        return check.get().invoke(identity -> remember(hash, identity));
    }

    private void remember(String hash, @Nullable SecurityIdentity identity) {
        if (identity != null
                && identity.getPrincipal() instanceof JsonWebToken token
                && !token.containsClaim(BOUND_TO_SENDER)) {
            checked.put(hash, new Checked(identity, Instant.ofEpochSecond(token.getExpirationTime())));
        }
    }

    private static String hash(String authorization) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(authorization.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
