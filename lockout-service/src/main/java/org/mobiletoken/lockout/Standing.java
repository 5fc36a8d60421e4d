package org.mobiletoken.lockout;

import java.time.Instant;
import java.util.List;
import org.mobiletoken.lockout.rules.Lockout;
import org.mobiletoken.lockout.rules.OpenAttempt;

/** Where a customer stands at an instant. */
public record Standing(Lockout lockout, List<OpenAttempt> open, Instant now) {}
