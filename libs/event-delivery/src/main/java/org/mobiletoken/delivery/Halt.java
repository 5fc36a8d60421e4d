package org.mobiletoken.delivery;

import java.time.Instant;
import java.util.UUID;

/**
 * A consumer of one process that does not go on.
 *
 * @param because what happened and what to do, in sentences
 */
public record Halt(UUID id, String consumer, String because, Instant since) {}
