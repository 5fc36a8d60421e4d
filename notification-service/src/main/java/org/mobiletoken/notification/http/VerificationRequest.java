package org.mobiletoken.notification.http;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** The code as the customer typed it. */
record VerificationRequest(
        @NotNull @Pattern(regexp = Ids.CUSTOMER) String customerId,
        @NotNull @Size(min = 6, max = 64) String code) {

    /** A code never shows in a log. */
    @Override
    public String toString() {
        return "VerificationRequest[" + customerId + "]";
    }
}
