package org.mobiletoken.operations;

import java.time.Duration;
import java.util.Optional;

/**
 * A history whose rows about staff and operations are sealed. All of it is the service's own SQL, never anybody's input.
 *
 * @param name the table
 * @param id the column that tells its rows apart
 * @param at the column that says when it happened
 * @param audited the condition for the rows that tell what staff or operations did
 * @param kept how long rows are kept, or nothing if for good: a sealed row that is older may be gone
 */
public record AuditedTable(String name, String id, String at, String audited, Optional<Duration> kept) {}
