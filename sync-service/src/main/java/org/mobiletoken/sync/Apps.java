package org.mobiletoken.sync;

import jakarta.enterprise.context.ApplicationScoped;

/** The apps as the settings define them. */
@ApplicationScoped
public class Apps {
    private final AppSettings settings;

    Apps(AppSettings settings) {
        this.settings = settings;
    }

    /** Whether the source is a known app other than the target. */
    public boolean canJoin(String sourceApp, String targetApp) {
        return !sourceApp.equals(targetApp) && settings.byName().containsKey(sourceApp);
    }

    boolean needsTerms(String app) {
        AppSettings.App policy = settings.byName().get(app);
        return policy != null && policy.termsRequired();
    }
}
