package org.mobiletoken.lockout.rules;

/** Everything that decides about an e-token's way out. */
public record ETokenRules(ETokenPolicy eToken, LockoutPolicy lockout, WaysOut waysOut) {}
