package org.mobiletoken.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class AuditKeysTest {
    private static final String OWN = """
            {"kty":"EC","d":"6wLrlul5F4RywFfdWwTlidxjzKz-U7IQo-ojAcoksjY","crv":"P-256","kid":"first","x":"qO6Xg1IELw1qcKJz8YmzQaf2cXSlBaelOReLwRCwdpM","y":"Mgq6ZthBezR2MG_BkML-_1__DVbgLhKG6DmR0XbtRuA"}""";

    @Test
    void a_key_of_ones_own_seals_in_production() {
        assertThat(AuditKeys.of(List.of(OWN), true).ids()).containsExactly("first");
    }

    @Test
    void production_refuses_the_development_key_wherever_it_stands_and_development_takes_it() {
        String development = OWN.replace("\"first\"", "\"development-only-audit-1\"");

        assertThat(AuditKeys.of(List.of(development), false).ids()).hasSize(1);
        assertThatThrownBy(() -> AuditKeys.of(List.of(OWN, development), true))
                .hasMessage("mobile-token.audit.keys holds a development key; production needs one of its own.");
    }

    @Test
    void an_unfit_key_is_refused_in_a_sentence_that_does_not_quote_it() {
        assertThatThrownBy(() -> AuditKeys.of(List.of("a-secret-that-is-no-key"), true))
                .hasMessage("mobile-token.audit.keys is unfit: A sealing key is no elliptic-curve JWK.")
                .hasNoCause();
    }
}
