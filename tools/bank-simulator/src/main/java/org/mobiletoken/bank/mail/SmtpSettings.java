package org.mobiletoken.bank.mail;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Where the mail server listens. */
@ConfigMapping(prefix = "bank.smtp")
public interface SmtpSettings {
    /** 0 takes a free port. */
    @WithDefault("0")
    int port();
}
