package org.mobiletoken.notification.http;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.mobiletoken.notification.rules.Verdict;

/** What operations found out at the provider about a customer's message, why they say so, and where it is recorded. */
record ResolutionRequest(
        @NotNull @Pattern(regexp = Ids.CUSTOMER) String customerId,
        @NotNull Verdict verdict,
        @NotBlank @Size(max = 500) String reason,
        @NotNull @Pattern(regexp = Ids.REFERENCE) String reference) {}
