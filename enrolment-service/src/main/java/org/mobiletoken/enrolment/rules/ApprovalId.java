package org.mobiletoken.enrolment.rules;

import java.util.UUID;

/** The identity of a customer's proven wish to synchronise a second app. */
public record ApprovalId(UUID value) {

    public static ApprovalId random() {
        return new ApprovalId(UUID.randomUUID());
    }
}
