package org.mobiletoken.sync;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;
import java.util.Map;

/** The apps and what is particular to each; a further app is a matter of these settings only. */
@ConfigMapping(prefix = "mobile-token.apps")
public interface AppSettings {
    @WithParentName
    Map<String, App> byName();

    /** One app. */
    interface App {
        /** Whether the customer must accept the terms in force before this app gets a token by synchronising. */
        @WithDefault("false")
        boolean termsRequired();
    }
}
