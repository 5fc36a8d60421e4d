package org.mobiletoken.lockout;

import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** The settings of the e-token; the defaults are the bank's rule, and nothing weaker is accepted at start-up. */
public interface ETokenSettings {

    /** Who verifies codes. */
    enum Verifier {
        /** This service, with the seeds of the batches that were loaded. */
        OATH,
        /** The bank's own verifier, over HTTP. */
        REMOTE
    }

    /** Who verifies codes: {@code oath}, this service, or {@code remote}, the bank's own verifier. */
    @WithDefault("oath")
    Verifier verifier();

    /** Where the bank's own verifier is. */
    Optional<String> verifierUrl();

    /** The keys that seeds are encrypted with, as a Tink keyset in JSON. */
    Optional<String> keyset();

    /** The key that a batch's seeds are encrypted with on their way from the manufacturer, in hexadecimal; needed only while loading. */
    Optional<String> preSharedKey();

    /** Wrong codes since the last unfreezing at the branch that close the e-token's way out. */
    @WithDefault("6")
    int wrongLimit();

    /** How long after one unfreezing by e-token there is no other. */
    @WithDefault("24h")
    Duration betweenUnfreezes();

    /** How long the verification of a code may take before the code is taken for wrong. */
    @WithDefault("30s")
    Duration tryTimeout();

    /** How many time steps a code may be early or late. */
    @WithDefault("1")
    int window();

    /** How many codes of a counting e-token may have been skipped. */
    @WithDefault("5")
    int lookAhead();

    /** How many time steps two codes in a row may be early or late. */
    @WithDefault("20")
    int resyncWindow();

    /** How many codes of a counting e-token may have been skipped before two in a row. */
    @WithDefault("50")
    int resyncLookAhead();
}
