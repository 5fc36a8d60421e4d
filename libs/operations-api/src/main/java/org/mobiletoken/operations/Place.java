package org.mobiletoken.operations;

/** Where a letter is in the dead-letter topic. */
public record Place(int partition, long offset) {}
