package org.mobiletoken.notification.directory;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Set;

/** Where messages may go. */
@ConfigMapping(prefix = "mobile-token.destinations")
public interface DirectorySettings {

    /** The countries (ISO 3166) whose mobile numbers are served. */
    @WithDefault("HK,MO,CN")
    Set<String> countries();
}
