package org.mobiletoken.operations.rules;

/** Offsets of one partition, from the first up to the one after the last. */
public record Range(int partition, long from, long to) {
    public boolean holdsNothing() {
        return from >= to;
    }
}
