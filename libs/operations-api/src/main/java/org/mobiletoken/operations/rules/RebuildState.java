package org.mobiletoken.operations.rules;

/**
 * How far a rebuild is.
 *
 * <pre>{@code PLANNED → RUNNING → BUILT → SWAPPED;  any of the first three → ABORTED}</pre>
 */
public enum RebuildState {
    PLANNED,
    RUNNING,
    BUILT,
    SWAPPED,
    ABORTED;

    public Decision run() {
        return this == PLANNED
                ? new Decision.Allowed()
                : new Decision.Refused("Only a plan can be run, and this rebuild is " + this + ".");
    }

    public Decision compare() {
        return this == BUILT
                ? new Decision.Allowed()
                : new Decision.Refused(
                        "Only what is built can be compared or swapped, and this rebuild is " + this + ".");
    }

    /** Swapping takes a second person, who names the hash of the difference as it still is. */
    public Decision swap(String author, String person, String named, String found) {
        if (compare() instanceof Decision.Refused refused) {
            return refused;
        }
        if (author.equals(person)) {
            return new Decision.Refused("The author of a rebuild cannot swap it in. Ask a second person.");
        }
        if (!found.equals(named)) {
            return new Decision.Refused(
                    "This is not the hash of the difference as it is now. Compare again and decide about what you see.");
        }
        return new Decision.Allowed();
    }

    public Decision abort() {
        return switch (this) {
            case PLANNED, RUNNING, BUILT -> new Decision.Allowed();
            case SWAPPED, ABORTED ->
                new Decision.Refused("The rebuild has ended already: it is " + this + ". There is nothing to abort.");
        };
    }
}
