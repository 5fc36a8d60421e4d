package org.mobiletoken.lockout.rules;

/**
 * How far an e-token has been used.
 *
 * @param lastUsed the counter, or the number of the time step, of the last code that was accepted; no code up to it ever counts again
 * @param drift by how many time steps the token's clock was ahead then
 */
public record OathPosition(long lastUsed, long drift) {

    /** A token that has never been used and begins with a counter. */
    public static OathPosition before(long counter) {
        return new OathPosition(counter - 1, 0);
    }
}
