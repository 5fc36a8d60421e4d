package org.mobiletoken.http;

import java.sql.SQLException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A failure by its class, place and causes, without what it says. */
final class SilentFailure extends Throwable {
    private static final long serialVersionUID = 1;

    private final String shown;

    private SilentFailure(String shown, @Nullable Throwable cause) {
        super(null, cause, false, true);
        this.shown = shown;
    }

    static Throwable of(Throwable failure) {
        return of(failure, Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    /** In one line: what failed, and what was behind it. */
    static String describe(Throwable failure) {
        Throwable root = of(failure);
        String first = root.toString();
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return first.equals(root.toString()) ? first : first + " because of " + root;
    }

    private static SilentFailure of(Throwable failure, Set<Throwable> seen) {
        seen.add(failure);
        Throwable cause = failure.getCause();
        SilentFailure silent =
                new SilentFailure(nameOf(failure), cause == null || seen.contains(cause) ? null : of(cause, seen));
        silent.setStackTrace(failure.getStackTrace());
        return silent;
    }

    /** What became of a failed statement is told by a code of five letters, which quotes nothing. */
    private static String nameOf(Throwable failure) {
        String name = failure.getClass().getName();
        return failure instanceof SQLException sql ? name + ", SQL state " + sql.getSQLState() : name;
    }

    @Override
    public String toString() {
        return shown;
    }
}
