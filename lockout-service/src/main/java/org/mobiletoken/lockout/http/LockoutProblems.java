package org.mobiletoken.lockout.http;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.mobiletoken.http.Problem;
import org.mobiletoken.http.ProblemType;
import org.mobiletoken.lockout.rules.Lockout;

/** The problems that only lockout-service answers. */
public final class LockoutProblems {

    public static final ProblemType FROZEN = new ProblemType("frozen", "The customer's tokens are frozen", 423);
    public static final ProblemType TOO_MANY_OPEN =
            new ProblemType("too-many-open", "Too many attempts are open at the same time", 429);
    public static final ProblemType ATTEMPT_SETTLED =
            new ProblemType("attempt-settled", "The attempt has ended already", 409);
    public static final ProblemType FREEZE_OVER = new ProblemType("freeze-over", "The freeze has ended already", 409);
    public static final ProblemType WAY_CLOSED =
            new ProblemType("way-closed", "This freeze cannot be lifted this way", 409);
    public static final ProblemType SECOND_PERSON_NEEDED =
            new ProblemType("second-person-needed", "Another person than the officer must approve", 403);
    public static final ProblemType NO_E_TOKEN = new ProblemType("no-e-token", "The customer has no e-token", 409);
    public static final ProblemType OTHER_E_TOKEN =
            new ProblemType("other-e-token", "The customer has another e-token", 409);
    public static final ProblemType E_TOKEN_TAKEN =
            new ProblemType("e-token-taken", "Another customer has the e-token", 409);
    public static final ProblemType WRONG_E_TOKEN_CODE =
            new ProblemType("wrong-e-token-code", "The e-token's code is wrong", 422);
    public static final ProblemType E_TOKEN_UNFREEZE_TOO_SOON =
            new ProblemType("e-token-unfreeze-too-soon", "The e-token has lifted a freeze a short while ago", 429);

    private static final List<ProblemType> ALL = List.of(
            FROZEN,
            TOO_MANY_OPEN,
            ATTEMPT_SETTLED,
            FREEZE_OVER,
            WAY_CLOSED,
            SECOND_PERSON_NEEDED,
            NO_E_TOKEN,
            OTHER_E_TOKEN,
            E_TOKEN_TAKEN,
            WRONG_E_TOKEN_CODE,
            E_TOKEN_UNFREEZE_TOO_SOON);

    private LockoutProblems() {}

    public static List<ProblemType> all() {
        return ALL;
    }

    static Problem frozen(Lockout.Frozen freeze, Instant now) {
        var problem = Problem.of(FROZEN).with("kind", freeze.kind());
        return switch (freeze) {
            case Lockout.FrozenUntil temporary ->
                problem.with("frozenUntil", temporary.until()).retryAfter(Duration.between(now, temporary.until()));
            case Lockout.FrozenForGood _ -> problem;
        };
    }
}
