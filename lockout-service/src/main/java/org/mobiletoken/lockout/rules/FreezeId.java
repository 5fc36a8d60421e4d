package org.mobiletoken.lockout.rules;

import java.util.UUID;

/** Names one freeze; it is the id of the attempt that caused it, and an attempt causes at most one. */
public record FreezeId(UUID value) {

    static FreezeId causedBy(AttemptId attempt) {
        return new FreezeId(attempt.value());
    }
}
