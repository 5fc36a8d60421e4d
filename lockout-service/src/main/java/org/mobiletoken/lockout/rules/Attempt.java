package org.mobiletoken.lockout.rules;

import java.time.Instant;

/** An attempt as it is recorded: open, settled with a verdict, or abandoned. */
public record Attempt(AttemptDetails details, State state) {

    public sealed interface State {
        record Reserved(Instant deadline) implements State {}

        record Settled(Verdict verdict) implements State {}

        record Abandoned() implements State {}
    }
}
