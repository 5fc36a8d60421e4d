package org.mobiletoken.lockout.rules;

import java.util.UUID;

/** Names one verification of a passcode; it is the id of the challenge, so a repeated call names the same attempt. */
public record AttemptId(UUID value) {}
