package org.mobiletoken.bank.httpsms;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Who may hand messages over by HTTP. */
@ConfigMapping(prefix = "bank.http-sms")
public interface HttpSmsSettings {
    @WithDefault("development-only-sms-key")
    String apiKey();
}
