package org.mobiletoken.events.lockout;

import java.time.Instant;

/** Few wrong passcodes are left before the permanent freeze. */
public record PermanentFreezeWarned(String customerId, int attemptsLeft, Instant at, long version)
        implements LockoutEvent {}
