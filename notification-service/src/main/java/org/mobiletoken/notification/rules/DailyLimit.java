package org.mobiletoken.notification.rules;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** So many codes in any 24 hours, so midnight gives nothing away. */
public record DailyLimit(int codes) {

    /** When the next code may be sent, given those of the last 24 hours, oldest first; empty for at once. */
    public Optional<Instant> freeAgainAt(List<Instant> issuedOldestFirst) {
        int tooMany = issuedOldestFirst.size() - codes;
        return tooMany < 0
                ? Optional.empty()
                : Optional.of(issuedOldestFirst.get(tooMany).plus(OtpPolicy.DAY));
    }
}
