package org.mobiletoken.enrolment.rules;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A token that is live or was once.
 *
 * @param endedAt when it, or the credential it belonged to, ended
 * @param cause why, or null also while another app's disabling has not reached it yet
 */
public record TokenRecord(
        Token token, @Nullable Instant endedAt, @Nullable EndCause cause) {}
