package org.mobiletoken.lockout.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.mobiletoken.lockout.rules.Attempt;
import org.mobiletoken.lockout.rules.AttemptDetails;
import org.mobiletoken.lockout.rules.CustomerLockout;
import org.mobiletoken.lockout.rules.LockoutPolicy;
import org.mobiletoken.lockout.rules.Outcome;
import org.mobiletoken.lockout.rules.Reservation;
import org.mobiletoken.lockout.rules.Settlement;

/** The decisions under test; a broken one in place of the production rules shows that the search would notice. */
record Protocol(Reserve reserve, Settle settle) {

    static final Protocol OF_PRODUCTION = new Protocol(Reservation::of, Settlement::of);

    @FunctionalInterface
    interface Reserve {
        Reservation decide(
                AttemptDetails wanted,
                @Nullable Attempt recorded,
                CustomerLockout before,
                Instant now,
                LockoutPolicy policy);
    }

    @FunctionalInterface
    interface Settle {
        Settlement decide(
                @Nullable Attempt recorded,
                String client,
                Outcome outcome,
                CustomerLockout before,
                Instant now,
                LockoutPolicy policy);
    }
}
