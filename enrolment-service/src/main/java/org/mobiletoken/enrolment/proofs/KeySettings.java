package org.mobiletoken.enrolment.proofs;

import io.smallrye.config.ConfigMapping;
import jakarta.validation.constraints.NotEmpty;
import java.util.List;

/** The service's own keys, each a private P-256 JWK with an id; the first of each list is in use, the others are being retired. */
@ConfigMapping(prefix = "mobile-token.keys")
public interface KeySettings {
    /** Keys that sign assertions. */
    @NotEmpty
    List<String> signing();

    /** Keys that passcodes are encrypted to. */
    @NotEmpty
    List<String> encryption();
}
