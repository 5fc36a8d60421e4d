package org.mobiletoken.lockout.rules;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The answer to a settled attempt; settling alike again gives the same one. */
public record Verdict(
        Outcome outcome, int attemptsLeft, @Nullable Freeze freeze) {

    /** The freeze that this attempt caused; {@code until} is absent when it is permanent. */
    public record Freeze(FreezeKind kind, @Nullable Instant until) {}
}
