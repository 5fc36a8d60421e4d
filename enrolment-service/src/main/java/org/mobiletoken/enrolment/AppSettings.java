package org.mobiletoken.enrolment;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;
import jakarta.validation.constraints.NotEmpty;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The bank's apps and what it decided about each; an app exists by standing here. */
@ConfigMapping(prefix = "mobile-token.apps")
public interface AppSettings {

    @WithParentName
    @NotEmpty
    Map<String, App> byName();

    /** One app. */
    interface App {

        /** How long a new token waits before it may be used; at least six hours where it authorises high-risk transactions. */
        Duration coolingOff();

        /** Whether its token may authorise high-risk transactions. */
        @WithDefault("false")
        boolean highRisk();

        /** Whether disabling the token ends the session, so that the customer logs in by account again. */
        @WithDefault("false")
        boolean loginAgainAfterDisable();

        /** What login by account asks for, in order. */
        @WithDefault("ACCOUNT,PASSWORD")
        List<String> accountLogin();
    }
}
