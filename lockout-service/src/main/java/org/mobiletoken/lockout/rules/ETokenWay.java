package org.mobiletoken.lockout.rules;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How much of the e-token's way out a customer has used up.
 *
 * @param wrongCodes since the last unfreezing at the branch
 * @param open the one code that is being verified, if any
 * @param unfrozenAt when the e-token last lifted a freeze
 */
public record ETokenWay(
        int wrongCodes, @Nullable OpenTry open, @Nullable Instant unfrozenAt) {

    /** A customer who never entered a code. */
    public static final ETokenWay UNUSED = new ETokenWay(0, null, null);

    /** A code under verification; it counts as wrong unless it is settled before its deadline. */
    public record OpenTry(UUID id, Instant deadline) {}

    /** A code whose verification was cut off must not go uncounted. */
    public ETokenWay at(Instant now) {
        return open != null && !now.isBefore(open.deadline()) ? settled(1) : this;
    }

    public boolean isClosed(ETokenPolicy policy) {
        return wrongCodes >= policy.wrongLimit();
    }

    int triesLeft(ETokenPolicy policy) {
        return policy.wrongLimit() - wrongCodes;
    }

    boolean hasOpen(UUID id) {
        return open != null && open.id().equals(id);
    }

    ETokenWay with(OpenTry next) {
        return new ETokenWay(wrongCodes, next, unfrozenAt);
    }

    ETokenWay settled(int wrong) {
        return new ETokenWay(wrongCodes + wrong, null, unfrozenAt);
    }

    ETokenWay lifted(Instant now) {
        return new ETokenWay(wrongCodes, null, now);
    }
}
