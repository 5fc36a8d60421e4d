package org.mobiletoken.enrolment.rules;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The bank's day, which begins at midnight where the bank is. */
public record BankDay(ZoneId zone) {

    public LocalDate of(Instant now) {
        return LocalDate.ofInstant(now, zone);
    }

    public Duration untilNext(Instant now) {
        return Duration.between(now, of(now).plusDays(1).atStartOfDay(zone).toInstant());
    }
}
