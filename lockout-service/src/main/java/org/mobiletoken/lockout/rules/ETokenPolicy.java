package org.mobiletoken.lockout.rules;

import java.time.Duration;

/**
 * How often an e-token may be tried; the numbers are settings.
 *
 * @param wrongLimit wrong codes since the last unfreezing at the branch that close this way
 * @param betweenUnfreezes how long after one unfreezing by e-token there is no other
 * @param tryTimeout how long the verification of a code may take before the code is taken for wrong
 */
public record ETokenPolicy(int wrongLimit, Duration betweenUnfreezes, Duration tryTimeout) {

    /** The bank's rule: settings may be stricter, never weaker. */
    public static final ETokenPolicy BANK = new ETokenPolicy(6, Duration.ofHours(24), Duration.ofSeconds(30));
}
