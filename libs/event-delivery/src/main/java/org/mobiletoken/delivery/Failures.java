package org.mobiletoken.delivery;

import org.jspecify.annotations.Nullable;

/** Speaks of a failure by class and place only: messages may quote what was being stored. */
final class Failures {
    private Failures() {}

    static String describe(Throwable failure) {
        Throwable root = root(failure);
        StackTraceElement[] trace = root.getStackTrace();
        return root.getClass().getName() + (trace.length == 0 ? "" : " at " + trace[0]);
    }

    static void throwIfUndecodable(Throwable failure) {
        for (@Nullable Throwable each = failure; each != null; each = each.getCause()) {
            if (each instanceof UndecodableEvent undecodable) {
                throw undecodable;
            }
        }
    }

    private static Throwable root(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}
