package org.mobiletoken.sync.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mobiletoken.sync.rules.ConsentPolicy.Verdict;

class ConsentPolicyTest {
    private static final Terms IN_FORCE = new Terms("2026-02", "sha256:2");

    @Test
    void the_version_in_force_is_consented_to() {
        assertThat(ConsentPolicy.check(Optional.of(IN_FORCE), "2026-02")).isEqualTo(new Verdict.Given());
    }

    @Test
    void a_superseded_version_does_not_count() {
        assertThat(ConsentPolicy.check(Optional.of(IN_FORCE), "2026-01")).isEqualTo(new Verdict.Superseded(IN_FORCE));
    }

    @Test
    void no_consent_is_missing_where_terms_are_in_force() {
        assertThat(ConsentPolicy.check(Optional.of(IN_FORCE), null)).isEqualTo(new Verdict.Missing(IN_FORCE));
    }

    @Test
    void an_app_without_terms_needs_none() {
        assertThat(ConsentPolicy.check(Optional.empty(), null)).isEqualTo(new Verdict.Given());
    }
}
