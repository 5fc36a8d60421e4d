package org.mobiletoken.lockout.postgres;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.mobiletoken.lockout.rules.Attempt;
import org.mobiletoken.lockout.rules.CustomerId;
import org.mobiletoken.lockout.rules.CustomerLockout;

/**
 * A customer as the database has it, at the instant of the database's own clock.
 *
 * @param attempt the attempt that was asked for along with the customer, if it is recorded
 */
public record CustomerNow(
        CustomerId id,
        long version,
        CustomerLockout lockout,
        @Nullable Attempt attempt,
        Instant now) {}
