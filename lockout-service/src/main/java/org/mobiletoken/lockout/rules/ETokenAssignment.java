package org.mobiletoken.lockout.rules;

import java.time.Instant;

/**
 * An e-token in a customer's hands.
 *
 * @param reference the branch's paper about it
 */
public record ETokenAssignment(ETokenId eToken, String reference, Instant assignedAt) {}
