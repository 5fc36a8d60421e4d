package org.mobiletoken.bank.smpp;

import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How the SMS centre treats what is submitted from now on; everything absent is normal. */
public record Behaviour(Duration delay, boolean throttled, Set<String> refusedNumbers, Receipts receipts) {
    static final Behaviour NORMAL = new Behaviour(null, false, null, null);

    /** What the centre reports, when asked for a receipt, after it has taken a message. */
    public enum Receipts {
        DELIVERED,
        UNDELIVERABLE,
        NONE
    }

    public Behaviour(
            @Nullable Duration delay,
            boolean throttled,
            @Nullable Set<String> refusedNumbers,
            @Nullable Receipts receipts) {
        this.delay = Objects.requireNonNullElse(delay, Duration.ZERO);
        this.throttled = throttled;
        this.refusedNumbers = refusedNumbers == null ? Set.of() : Set.copyOf(refusedNumbers);
        this.receipts = Objects.requireNonNullElse(receipts, Receipts.DELIVERED);
    }
}
