package org.mobiletoken.enrolment.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IdsTest {

    @Test
    void ids_are_never_drawn_twice() {
        assertThat(TokenId.random()).isNotEqualTo(TokenId.random());
        assertThat(CredentialId.random()).isNotEqualTo(CredentialId.random());
        assertThat(EnrolmentId.random()).isNotEqualTo(EnrolmentId.random());
        assertThat(ApprovalId.random()).isNotEqualTo(ApprovalId.random());
    }
}
