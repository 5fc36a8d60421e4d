package org.mobiletoken.lockout;

import java.time.Instant;
import org.mobiletoken.lockout.rules.Reservation;

/** The answer to a reservation and the instant at which it was decided. */
public record Reserved(Reservation reservation, Instant now) {}
