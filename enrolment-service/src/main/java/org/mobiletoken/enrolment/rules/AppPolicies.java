package org.mobiletoken.enrolment.rules;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** The apps of the bank by name; an app exists by being in the settings. */
public record AppPolicies(Map<String, AppPolicy> byApp) {

    public AppPolicies {
        byApp = Map.copyOf(byApp);
    }

    public Optional<AppPolicy> of(String app) {
        return Optional.ofNullable(byApp.get(app));
    }

    /** The policy of an app that is known to exist, because a caller or a token is of it. */
    public AppPolicy require(String app) {
        return of(app).orElseThrow(() -> new IllegalStateException("The app " + app + " has no policy"));
    }

    public Collection<AppPolicy> all() {
        return byApp.values();
    }
}
