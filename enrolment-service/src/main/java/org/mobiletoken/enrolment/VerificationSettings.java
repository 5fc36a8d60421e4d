package org.mobiletoken.enrolment;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long the steps after and around a verification may take. */
@ConfigMapping(prefix = "mobile-token.verification")
public interface VerificationSettings {
    /** How long, from the reservation on, an attempt's outcome is reported again until it is heard. */
    @WithDefault("PT20S")
    Duration settleWithin();

    /** The issuer of assertions, which gateways check. */
    @WithDefault("https://mobile-token.example/enrolment")
    String assertionIssuer();

    /** How long a proven wish to synchronise may be applied. */
    @WithDefault("PT10M")
    Duration approvalLifetime();

    /** How long turning biometric login on may take. */
    @WithDefault("PT10M")
    Duration biometricEnrolmentLifetime();

    /** How long a high-risk transaction may be approved and carried out. */
    @WithDefault("PT5M")
    Duration authorisationLifetime();
}
