package org.mobiletoken.enrolment.rules;

import static org.mobiletoken.enrolment.rules.Purpose.Trait.BIOMETRICS_SUFFICE;
import static org.mobiletoken.enrolment.rules.Purpose.Trait.CARRIES_PASSCODE;
import static org.mobiletoken.enrolment.rules.Purpose.Trait.INTRODUCES_KEY;
import static org.mobiletoken.enrolment.rules.Purpose.Trait.NAMES_DETAILS;
import static org.mobiletoken.enrolment.rules.Purpose.Trait.NAMES_TARGET;
import static org.mobiletoken.enrolment.rules.Purpose.Trait.SHARES_CHALLENGE;
import static org.mobiletoken.enrolment.rules.Purpose.Trait.WAITS_FOR_COOLING_OFF;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What a proof may be used for; each purpose fixes which key signs, what is approved and whether the passcode comes with it. */
public enum Purpose {
    ENROLMENT("enrolment", INTRODUCES_KEY),
    PASSCODE("passcode", CARRIES_PASSCODE),
    LOGIN("login", CARRIES_PASSCODE, BIOMETRICS_SUFFICE, WAITS_FOR_COOLING_OFF),
    SYNC("sync", CARRIES_PASSCODE, NAMES_TARGET),
    SYNC_TARGET("sync-target", INTRODUCES_KEY, SHARES_CHALLENGE),
    BIOMETRIC_ENROLMENT("biometric-enrolment", CARRIES_PASSCODE),
    BIOMETRIC_KEY("biometric-key", INTRODUCES_KEY),
    AUTHORISATION("authorisation", CARRIES_PASSCODE, BIOMETRICS_SUFFICE, WAITS_FOR_COOLING_OFF, NAMES_DETAILS);

    enum Trait {
        INTRODUCES_KEY,
        CARRIES_PASSCODE,
        BIOMETRICS_SUFFICE,
        WAITS_FOR_COOLING_OFF,
        NAMES_TARGET,
        NAMES_DETAILS,
        SHARES_CHALLENGE
    }

    private final String text;
    private final Set<Trait> traits;

    Purpose(String text, Trait first, Trait... more) {
        this.text = text;
        this.traits = EnumSet.of(first, more);
    }

    public static Optional<Purpose> parse(String text) {
        return Arrays.stream(values())
                .filter(purpose -> purpose.text.equals(text))
                .findFirst();
    }

    /** The word in proofs, challenges and events. */
    public String text() {
        return text;
    }

    /** Whether the proof brings its own public key, because the service cannot know it yet. */
    public boolean introducesKey() {
        return traits.contains(INTRODUCES_KEY);
    }

    /** Whether a biometric key may sign instead of the device key. */
    public boolean biometricsSuffice() {
        return traits.contains(BIOMETRICS_SUFFICE);
    }

    /** Whether a token that is cooling off is refused. */
    public boolean waitsForCoolingOff() {
        return traits.contains(WAITS_FOR_COOLING_OFF);
    }

    /** Whether the proof lives on the challenge of another proof, so that no challenge is issued for it. */
    public boolean sharesChallenge() {
        return traits.contains(SHARES_CHALLENGE);
    }

    /** Whether a proof by such a key carries exactly what this purpose asks for: no passcode or approval too few or too many. */
    public boolean accepts(SigningFactor factor, boolean hasPasscode, Subject subject) {
        boolean factorFits = switch (factor) {
            case DEVICE_KEY -> hasPasscode == traits.contains(CARRIES_PASSCODE);
            case BIOMETRIC_KEY -> biometricsSuffice() && !hasPasscode;
        };
        boolean subjectFits = switch (subject) {
            case Subject.Nothing _ -> !traits.contains(NAMES_TARGET) && !traits.contains(NAMES_DETAILS);
            case Subject.Target _ -> traits.contains(NAMES_TARGET);
            case Subject.Details _ -> traits.contains(NAMES_DETAILS);
        };
        return factorFits && subjectFits;
    }
}
