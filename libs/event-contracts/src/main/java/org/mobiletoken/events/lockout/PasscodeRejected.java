package org.mobiletoken.events.lockout;

import java.time.Instant;
import java.util.UUID;

/** A wrong passcode was counted. */
public record PasscodeRejected(
        String customerId, UUID attemptId, String app, String purpose, int attemptsLeft, Instant at, long version)
        implements LockoutEvent {}
