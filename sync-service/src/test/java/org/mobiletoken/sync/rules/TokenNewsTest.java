package org.mobiletoken.sync.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TokenNewsTest {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final UUID TOKEN = UUID.randomUUID();
    private static final UUID OTHER = UUID.randomUUID();
    private static final TokenState BANKING = state("mobile-banking", TOKEN, true, false, 5);
    private static final TokenState INVESTMENT = state("investment", OTHER, true, true, 9);
    private static final List<TokenState> KNOWN = List.of(BANKING, INVESTMENT);

    @Test
    void the_first_news_of_an_app_are_kept() {
        assertThat(new TokenNews.Enabled(BANKING).after(List.of())).hasValue(BANKING);
        assertThat(new TokenNews.Enabled(BANKING).after(List.of(INVESTMENT))).hasValue(BANKING);
    }

    @Test
    void news_of_a_token_change_that_token() {
        assertThat(new TokenNews.Disabled(TOKEN, 6).after(KNOWN))
                .hasValue(state("mobile-banking", TOKEN, false, false, 6));
        assertThat(new TokenNews.Biometric(TOKEN, true, 6).after(KNOWN))
                .hasValue(state("mobile-banking", TOKEN, true, true, 6));
        assertThat(new TokenNews.Biometric(OTHER, false, 10).after(KNOWN))
                .hasValue(state("investment", OTHER, true, false, 10));
    }

    @Test
    void news_that_are_not_newer_than_what_is_known_of_the_app_tell_nothing() {
        assertThat(new TokenNews.Disabled(TOKEN, 5).after(KNOWN)).isEmpty();
        assertThat(new TokenNews.Disabled(TOKEN, 4).after(KNOWN)).isEmpty();
        assertThat(new TokenNews.Enabled(BANKING).after(KNOWN)).isEmpty();
        assertThat(new TokenNews.Enabled(state("mobile-banking", OTHER, true, false, 6)).after(KNOWN))
                .isPresent();
    }

    @Test
    void news_of_a_token_that_is_not_known_tell_nothing() {
        assertThat(new TokenNews.Disabled(UUID.randomUUID(), 99).after(KNOWN)).isEmpty();
        assertThat(new TokenNews.Biometric(UUID.randomUUID(), true, 99).after(KNOWN))
                .isEmpty();
    }

    private static TokenState state(String app, UUID token, boolean enabled, boolean biometric, long version) {
        return new TokenState(app, token, TOKEN, "key", enabled, NOON, biometric, version);
    }
}
