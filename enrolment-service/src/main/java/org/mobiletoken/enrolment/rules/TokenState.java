package org.mobiletoken.enrolment.rules;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a token may do now, computed from stored instants; it is effective from {@code effectiveAt} on. */
public sealed interface TokenState {

    record NotEnabled() implements TokenState {}

    /** The token exists; it neither logs in nor authorises yet. */
    record CoolingOff(Token token) implements TokenState {}

    record Effective(Token token) implements TokenState {}

    static TokenState of(@Nullable Token live, Instant now) {
        if (live == null) {
            return new NotEnabled();
        }
        return now.isBefore(live.effectiveAt()) ? new CoolingOff(live) : new Effective(live);
    }
}
