package org.mobiletoken.operations;

/** Why somebody acts, and where that is recorded. */
public record Grounds(String reason, String ticket) {}
