package org.mobiletoken.notification.texts;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.ZoneId;
import java.util.Map;

/** What the texts say of the bank. */
@ConfigMapping(prefix = "mobile-token.texts")
public interface TextSettings {

    /** The number that customers call. */
    @WithDefault("+852 2189 5588")
    String hotline();

    /** The time zone in which customers are told a time. */
    @WithDefault("Asia/Hong_Kong")
    ZoneId zone();

    /** The name of each app, by app and language. */
    Map<String, Map<String, String>> apps();
}
