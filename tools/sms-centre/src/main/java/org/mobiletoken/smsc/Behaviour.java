package org.mobiletoken.smsc;

import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How the SMS centre treats what is submitted from now on; everything absent is normal. {@code delay} passes before a message is
 * taken, {@code answerDelay} after; {@code refuseWith} is the command status of every answer; {@code dropsLink} takes a message
 * and closes the connection instead of answering.
 */
public record Behaviour(
        Duration delay,
        Duration answerDelay,
        boolean throttled,
        int refuseWith,
        boolean dropsLink,
        Set<String> refusedNumbers,
        Receipts receipts) {
    public static final Behaviour NORMAL = new Behaviour(null, null, false, 0, false, null, null);

    private static final Duration ENDLESS = Duration.ofDays(1);

    /** What the centre reports, when asked for a receipt, after it has taken a message. */
    public enum Receipts {
        DELIVERED,
        UNDELIVERABLE,
        EXPIRED,
        NONE
    }

    public Behaviour(
            @Nullable Duration delay,
            @Nullable Duration answerDelay,
            boolean throttled,
            int refuseWith,
            boolean dropsLink,
            @Nullable Set<String> refusedNumbers,
            @Nullable Receipts receipts) {
        this.delay = Objects.requireNonNullElse(delay, Duration.ZERO);
        this.answerDelay = Objects.requireNonNullElse(answerDelay, Duration.ZERO);
        this.throttled = throttled;
        this.refuseWith = refuseWith;
        this.dropsLink = dropsLink;
        this.refusedNumbers = refusedNumbers == null ? Set.of() : Set.copyOf(refusedNumbers);
        this.receipts = Objects.requireNonNullElse(receipts, Receipts.DELIVERED);
    }

    /** Takes each message only after this time. */
    public static Behaviour slow(Duration delay) {
        return new Behaviour(delay, null, false, 0, false, null, null);
    }

    /** Takes each message at once and answers after this time. */
    public static Behaviour answeringAfter(Duration delay) {
        return new Behaviour(null, delay, false, 0, false, null, null);
    }

    /** Takes each message and answers only when the behaviour changes. */
    public static Behaviour silent() {
        return answeringAfter(ENDLESS);
    }

    /** Answers each message with {@code ESME_RTHROTTLED}. */
    public static Behaviour throttling() {
        return new Behaviour(null, null, true, 0, false, null, null);
    }

    /** Answers each message with this command status. */
    public static Behaviour refusing(int commandStatus) {
        return new Behaviour(null, null, false, commandStatus, false, null, null);
    }

    /** Sends nothing to these numbers, which have a plus sign. */
    public static Behaviour refusing(Set<String> numbers) {
        return new Behaviour(null, null, false, 0, false, numbers, null);
    }

    /** Takes each message and closes its connection instead of answering. */
    public static Behaviour droppingLinks() {
        return new Behaviour(null, null, false, 0, true, null, null);
    }

    /** The same, and reports this of what it takes. */
    public Behaviour reporting(Receipts wanted) {
        return new Behaviour(delay, answerDelay, throttled, refuseWith, dropsLink, refusedNumbers, wanted);
    }
}
