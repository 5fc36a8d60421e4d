package org.mobiletoken.sync.rules;

/** The terms in force for an app in the customer's language. */
public record Terms(String version, String contentHash) {}
