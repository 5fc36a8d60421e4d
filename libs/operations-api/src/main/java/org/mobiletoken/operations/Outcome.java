package org.mobiletoken.operations;

/** What became of an action: done, with what there is to tell, or refused with a sentence that says what to do instead. */
public sealed interface Outcome<T> {
    record Done<T>(T result) implements Outcome<T> {}

    record Refused<T>(String because) implements Outcome<T> {}

    /** What the action is about does not exist. */
    record Unknown<T>(String because) implements Outcome<T> {}
}
