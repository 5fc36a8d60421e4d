package org.mobiletoken.notification;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Who takes over short messages. */
@ConfigMapping(prefix = "mobile-token.sms")
public interface SmsSettings {

    /** By which way messages reach the provider. */
    enum Provider {
        SMPP,
        HTTP
    }

    /** The way to the provider of SMS: {@code smpp} or {@code http}. */
    @WithDefault("smpp")
    Provider provider();
}
