package org.mobiletoken.operations.http;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.mobiletoken.operations.Grounds;

/** Why, and where that is recorded. */
record GroundsRequest(
        @NotBlank @Size(max = 500) String reason,
        @NotNull @Pattern(regexp = TICKET) String ticket) {
    static final String TICKET = "[A-Za-z0-9][A-Za-z0-9._/#-]{0,63}";

    Grounds grounds() {
        return new Grounds(reason, ticket);
    }
}
