package org.mobiletoken.audit;

import java.time.Instant;

/**
 * What is signed: that a service's chain had this hash at this position at this time.
 *
 * @param position 0 and {@link Entry#BEGINNING} before the first entry
 */
public record Seal(String service, long position, String hash, Instant sealedAt) {}
