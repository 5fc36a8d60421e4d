package org.mobiletoken.http;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Map;

/** How an access token names the app and the customer. */
@ConfigMapping(prefix = "mobile-token.callers")
interface CallerSettings {
    /** The OAuth client of each app's gateway, by app. */
    Map<String, String> apps();

    /** The claim that holds the customer's id. */
    @WithDefault("sub")
    String customerClaim();
}
