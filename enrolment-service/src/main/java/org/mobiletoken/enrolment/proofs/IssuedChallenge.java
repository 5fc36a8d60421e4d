package org.mobiletoken.enrolment.proofs;

import java.time.Instant;

/** A challenge as the app gets it. */
public record IssuedChallenge(String text, Instant expiresAt) {}
