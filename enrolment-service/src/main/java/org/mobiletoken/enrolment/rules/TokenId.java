package org.mobiletoken.enrolment.rules;

import java.util.UUID;

/** The identity of a token: one customer, one app, one device. */
public record TokenId(UUID value) {

    public static TokenId random() {
        return new TokenId(UUID.randomUUID());
    }
}
