package org.mobiletoken.enrolment.rules;

import java.util.UUID;

/** The identity of a credential: the passcode that the tokens of one device share. */
public record CredentialId(UUID value) {

    public static CredentialId random() {
        return new CredentialId(UUID.randomUUID());
    }
}
