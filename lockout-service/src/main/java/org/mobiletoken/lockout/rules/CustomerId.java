package org.mobiletoken.lockout.rules;

/** The customer as the bank's identity provider names it. */
public record CustomerId(String value) {}
