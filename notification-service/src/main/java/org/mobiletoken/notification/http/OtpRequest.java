package org.mobiletoken.notification.http;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Asks for a code for one step of one flow of a customer. */
record OtpRequest(
        @NotNull @Pattern(regexp = Ids.CUSTOMER) String customerId,

        @NotNull
        @Pattern(regexp = "login|enrolment|biometric-enrolment")
        @Schema(enumeration = {"login", "enrolment", "biometric-enrolment"})
        String purpose,

        @NotNull UUID flowId,
        @NotNull @Pattern(regexp = Ids.APP) String app) {}
