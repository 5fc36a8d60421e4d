package org.mobiletoken.operations;

import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import org.mobiletoken.audit.SealingKeys;

/** The keys of the audit chain; start-up fails on one that is unfit, and in production on one that is published in the source code. */
@ApplicationScoped
class AuditKeys {
    private static final String DEVELOPMENT_PREFIX = "development-only";

    @Produces
    @Singleton
    @Startup
    SealingKeys keys(AuditSettings settings) {
        return of(settings.keys(), ConfigUtils.isProfileActive("prod"));
    }

    static SealingKeys of(List<String> jwks, boolean production) {
        SealingKeys keys;
        try {
            keys = SealingKeys.of(jwks);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("mobile-token.audit.keys is unfit: " + e.getMessage());
        }
        if (production && keys.ids().stream().anyMatch(id -> id.startsWith(DEVELOPMENT_PREFIX))) {
            throw new IllegalStateException(
                    "mobile-token.audit.keys holds a development key; production needs one of its own.");
        }
        return keys;
    }
}
