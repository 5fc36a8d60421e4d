package org.mobiletoken.notification.mail;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** Notices by e-mail; the mail server is that of {@code quarkus.mailer}. */
@ConfigMapping(prefix = "mobile-token.mail")
public interface MailSettings {

    /** Whether notices also go to the customer's e-mail address. */
    @WithDefault("true")
    boolean enabled();

    /** What the customer sees as the sender; needed unless e-mail is off. */
    Optional<String> from();

    /** How long the mail server may take; after that the fate of a mail is unknown. */
    @WithDefault("PT20S")
    Duration answerWithin();
}
