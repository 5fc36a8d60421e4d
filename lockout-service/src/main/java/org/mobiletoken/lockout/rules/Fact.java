package org.mobiletoken.lockout.rules;

import java.time.Instant;

/** Something that a decision brought about and that has to be recorded with it. */
public sealed interface Fact {

    Instant at();

    record Reserved(AttemptDetails attempt, Instant deadline, Instant at) implements Fact {}

    /** Nobody settled the attempt; dated at its deadline, whenever that was noticed. */
    record Abandoned(AttemptId attempt, Instant at) implements Fact {}

    record Settled(AttemptDetails attempt, Verdict verdict, Instant at) implements Fact {}

    record Warned(int attemptsLeft, Instant at) implements Fact {}

    record Froze(Lockout.Frozen freeze) implements Fact {
        @Override
        public Instant at() {
            return freeze.frozenAt();
        }
    }

    record Unfroze(FreezeId freezeId, EndOfFreeze reason, Instant at) implements Fact {}
}
