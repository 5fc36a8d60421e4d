package org.mobiletoken.lockout.rules;

import java.time.Instant;

/** Where a customer stands: open with a count of wrong passcodes in a row, frozen until an instant, or frozen for good. */
public sealed interface Lockout {

    /** A customer who never entered a wrong passcode. */
    Lockout UNTOUCHED = new Open(0, WrongPasscodes.NONE);

    /** What counts towards a permanent freeze. */
    WrongPasscodes wrong();

    record Open(int consecutive, WrongPasscodes wrong) implements Lockout {}

    sealed interface Frozen extends Lockout {
        FreezeId freezeId();

        FreezeKind kind();

        Instant frozenAt();
    }

    /** Frozen while {@code now} is before {@code until}. */
    record FrozenUntil(FreezeId freezeId, Instant frozenAt, Instant until, WrongPasscodes wrong) implements Frozen {
        @Override
        public FreezeKind kind() {
            return FreezeKind.TEMPORARY;
        }
    }

    record FrozenForGood(FreezeId freezeId, Instant frozenAt, WrongPasscodes wrong) implements Frozen {
        @Override
        public FreezeKind kind() {
            return FreezeKind.PERMANENT;
        }
    }
}
