package org.mobiletoken.sync;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.mobiletoken.sync.directory.Directory;
import org.mobiletoken.sync.rules.Terms;

/** The terms to which an app asks consent, if its policy asks for any. */
@ApplicationScoped
class RequiredTerms {
    private final Apps apps;
    private final Directory directory;

    RequiredTerms(Apps apps, Directory directory) {
        this.apps = apps;
        this.directory = directory;
    }

    Optional<Terms> inForce(String customerId, String app) {
        return apps.needsTerms(app) ? Optional.of(directory.termsInForce(customerId, app)) : Optional.empty();
    }
}
