package org.mobiletoken.enrolment.rules;

import java.util.UUID;

/** The identity of one attempt to enable the token in an app. */
public record EnrolmentId(UUID value) {

    public static EnrolmentId random() {
        return new EnrolmentId(UUID.randomUUID());
    }
}
