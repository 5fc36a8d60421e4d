package org.mobiletoken.lockout;

import java.time.Instant;
import org.mobiletoken.lockout.rules.Settlement;

/** The answer to settling and the instant at which it was decided. */
public record Settled(Settlement settlement, Instant now) {}
