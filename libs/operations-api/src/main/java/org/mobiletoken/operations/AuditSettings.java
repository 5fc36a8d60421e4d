package org.mobiletoken.operations;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.NotEmpty;
import java.time.Duration;
import java.util.List;

/** How what staff and operations did is sealed. */
@ConfigMapping(prefix = "mobile-token.audit")
public interface AuditSettings {
    /**
     * Each a P-256 JWK with an id: the first is private and seals, the others check what they have sealed and need their public halves
     * only.
     */
    @NotEmpty
    List<String> keys();

    /** How often a replica looks for rows to seal. */
    @WithDefault("10s")
    Duration lookEvery();

    /** How often a seal is made although nothing happened, so that the newest one is never old. */
    @WithDefault("1h")
    Duration sealAtLeastEvery();
}
