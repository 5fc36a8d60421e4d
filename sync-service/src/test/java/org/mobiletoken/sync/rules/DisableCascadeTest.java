package org.mobiletoken.sync.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class DisableCascadeTest {
    private static final UUID CREDENTIAL = UUID.randomUUID();
    private static final TokenState ENDED = token("mobile-banking", CREDENTIAL, true);

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "LINKED_APP_DISABLED")
    void the_tokens_of_the_same_credential_follow(DisableCause cause) {
        assertThat(follow(cause, List.of(ENDED, token("investment", CREDENTIAL, true))))
                .isTrue();
    }

    @Test
    void a_token_that_only_followed_starts_nothing() {
        assertThat(follow(DisableCause.LINKED_APP_DISABLED, List.of(ENDED, token("investment", CREDENTIAL, true))))
                .isFalse();
        assertThat(follow(DisableCause.LINKED_APP_DISABLED, List.of())).isFalse();
    }

    @Test
    void a_token_alone_has_nobody_to_follow_it() {
        assertThat(follow(DisableCause.CUSTOMER, List.of(ENDED))).isFalse();
    }

    @Test
    void a_token_that_is_disabled_already_need_not_follow() {
        assertThat(follow(DisableCause.CUSTOMER, List.of(ENDED, token("investment", CREDENTIAL, false))))
                .isFalse();
    }

    @Test
    void a_token_of_a_newer_credential_is_spared() {
        assertThat(follow(DisableCause.CUSTOMER, List.of(ENDED, token("investment", UUID.randomUUID(), true))))
                .isFalse();
    }

    @Test
    void in_doubt_the_others_are_asked_to_follow() {
        assertThat(follow(DisableCause.CUSTOMER, List.of())).isTrue();
        assertThat(follow(DisableCause.CUSTOMER, List.of(token("investment", UUID.randomUUID(), true))))
                .isTrue();
    }

    private static boolean follow(DisableCause cause, List<TokenState> known) {
        return DisableCascade.mustFollow(CREDENTIAL, ENDED.tokenId(), cause, known);
    }

    private static TokenState token(String app, UUID credential, boolean enabled) {
        return new TokenState(app, UUID.randomUUID(), credential, "key-" + app, enabled, Instant.EPOCH, false, 1);
    }
}
