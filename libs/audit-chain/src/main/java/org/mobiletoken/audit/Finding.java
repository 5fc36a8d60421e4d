package org.mobiletoken.audit;

/** The first thing that is wrong with a chain, in a sentence that names the row. */
public record Finding(String sentence) {}
