package org.mobiletoken.sync.rules;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Consent counts only for the terms in force at the time. */
public final class ConsentPolicy {
    /** What is to be said about the customer's consent. */
    public sealed interface Verdict {
        record Given() implements Verdict {}

        record Missing(Terms inForce) implements Verdict {}

        record Superseded(Terms inForce) implements Verdict {}
    }

    private ConsentPolicy() {}

    /** An app that asks for no consent has no terms in force. */
    public static Verdict check(Optional<Terms> inForce, @Nullable String acceptedVersion) {
        if (inForce.isEmpty()) {
            return new Verdict.Given();
        }
        if (acceptedVersion == null) {
            return new Verdict.Missing(inForce.get());
        }
        return inForce.get().version().equals(acceptedVersion)
                ? new Verdict.Given()
                : new Verdict.Superseded(inForce.get());
    }
}
