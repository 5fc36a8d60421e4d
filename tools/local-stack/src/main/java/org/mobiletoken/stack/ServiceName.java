package org.mobiletoken.stack;

import java.nio.file.Path;
import java.util.Locale;

/** The four services; the short name is also that of the database and its login. */
public enum ServiceName {
    ENROLMENT,
    SYNC,
    LOCKOUT,
    NOTIFICATION;

    public String shortName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The name of the module and of the client at the identity provider. */
    public String clientId() {
        return shortName() + "-service";
    }

    /** Whether it has been trained since it was packaged in the clone {@code root}. */
    public boolean isTrained(Path root) {
        return AotCache.isCurrent(application(root));
    }

    Path application(Path root) {
        return root.resolve(clientId()).resolve("target").resolve("quarkus-app");
    }
}
