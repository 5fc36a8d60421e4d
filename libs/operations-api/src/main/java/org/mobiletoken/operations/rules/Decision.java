package org.mobiletoken.operations.rules;

/** Whether something may be done, or why not and what to do instead. */
public sealed interface Decision {
    record Allowed() implements Decision {}

    record Refused(String because) implements Decision {}
}
