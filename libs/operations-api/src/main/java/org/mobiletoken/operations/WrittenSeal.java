package org.mobiletoken.operations;

import java.time.Instant;

/** A seal of the audit chain as it was written; the number orders them. */
public record WrittenSeal(long number, long position, Instant sealedAt, String written) {}
