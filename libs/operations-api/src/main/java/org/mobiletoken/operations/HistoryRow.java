package org.mobiletoken.operations;

import java.time.Instant;

/** A row of an audited table, by its digest. */
public record HistoryRow(String table, String id, Instant at, String digest) {}
