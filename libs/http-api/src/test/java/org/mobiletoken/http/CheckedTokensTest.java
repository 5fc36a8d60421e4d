package org.mobiletoken.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.junit.jupiter.api.Test;

class CheckedTokensTest {
    private static final Instant START = Instant.parse("2026-05-04T09:00:00Z");
    private static final Duration FOR_LONG = Duration.ofHours(1);

    private Instant now = START;
    private int checks;
    private final CheckedTokens tokens =
            new CheckedTokens(() -> now, () -> Duration.between(START, now).toNanos());

    @Test
    void a_valid_token_is_checked_once_in_ten_seconds() {
        SecurityIdentity first = present("Bearer a", identity(FOR_LONG, Map.of()));
        now = START.plusSeconds(9);
        assertThat(present("Bearer a", identity(FOR_LONG, Map.of()))).isSameAs(first);
        assertThat(checks).isEqualTo(1);
        now = START.plusSeconds(10);
        present("Bearer a", identity(FOR_LONG, Map.of()));
        assertThat(checks).isEqualTo(2);
    }

    @Test
    void the_expiry_of_a_token_ends_the_trust_in_it() {
        present("Bearer a", identity(Duration.ofSeconds(3), Map.of()));
        now = START.plusSeconds(3);
        present("Bearer a", identity(Duration.ofSeconds(3), Map.of()));
        assertThat(checks).isEqualTo(2);
    }

    @Test
    void another_token_is_checked_itself() {
        present("Bearer a", identity(FOR_LONG, Map.of()));
        assertThatThrownBy(
                        () -> tokens.identity("Bearer b", this::refused).await().indefinitely())
                .isInstanceOf(AuthenticationFailedException.class);
    }

    @Test
    void a_refusal_is_not_remembered() {
        assertThatThrownBy(
                        () -> tokens.identity("Bearer a", this::refused).await().indefinitely())
                .isInstanceOf(AuthenticationFailedException.class);
        present("Bearer a", identity(FOR_LONG, Map.of()));
        assertThat(checks).isEqualTo(2);
    }

    @Test
    void a_token_bound_to_its_sender_is_checked_every_time() {
        SecurityIdentity bound = identity(FOR_LONG, Map.of("cnf", Map.of("jkt", "of-a-key")));
        present("Bearer a", bound);
        present("Bearer a", bound);
        assertThat(checks).isEqualTo(2);
    }

    private SecurityIdentity present(String authorization, SecurityIdentity identity) {
        return tokens.identity(authorization, () -> checked(Uni.createFrom().item(identity)))
                .await()
                .indefinitely();
    }

    private Uni<SecurityIdentity> refused() {
        return checked(Uni.createFrom().failure(new AuthenticationFailedException()));
    }

    private Uni<SecurityIdentity> checked(Uni<SecurityIdentity> outcome) {
        checks++;
        return outcome;
    }

    private static SecurityIdentity identity(Duration lifetime, Map<String, Object> claims) {
        var token = new JwtClaims();
        token.setExpirationTime(NumericDate.fromSeconds(START.plus(lifetime).getEpochSecond()));
        claims.forEach(token::setClaim);
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new DefaultJWTCallerPrincipal(token))
                .build();
    }
}
