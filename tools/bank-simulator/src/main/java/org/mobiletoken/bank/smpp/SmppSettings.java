package org.mobiletoken.bank.smpp;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Where the SMS centre listens and who may bind. */
@ConfigMapping(prefix = "bank.smpp")
public interface SmppSettings {
    /** 0 takes a free port. */
    @WithDefault("0")
    int port();

    @WithDefault("mobile-token")
    String systemId();

    /** At most eight characters, as SMPP has it. */
    @WithDefault("smpp-dev")
    String password();
}
