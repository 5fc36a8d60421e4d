package org.mobiletoken.operations.kafka;

/** The topic no longer holds the offsets that were asked for: its retention has overtaken them. */
public final class RangeGone extends RuntimeException {
    public static final String SENTENCE =
            "The topic no longer holds all offsets of the plan: its retention has overtaken them. Make a new plan.";

    private static final long serialVersionUID = 1L;

    RangeGone(Throwable cause) {
        super(SENTENCE, cause);
    }
}
