package org.mobiletoken.lockout.postgres;

import org.mobiletoken.lockout.rules.ETokenId;
import org.mobiletoken.lockout.rules.OathKind;
import org.mobiletoken.lockout.rules.OathPosition;

/** An e-token with its encrypted seed. */
public record StoredEToken(ETokenId id, OathKind kind, String encryptedSeed, OathPosition position) {}
