package org.mobiletoken.enrolment.proofs;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Size;
import java.time.Duration;

/** How long challenges live and how wrong a phone's clock may be. */
@ConfigMapping(prefix = "mobile-token.proofs")
public interface ProofSettings {
    /** The secret that ties challenges to their scope, at least 32 characters; all replicas have the same. */
    @Size(min = 32)
    String challengeSecret();

    /** How long a challenge may be answered. */
    @WithDefault("PT2M")
    Duration challengeLifetime();

    /** How far the phone's clock may be off, in either direction. */
    @WithDefault("PT5M")
    Duration clockSkew();
}
