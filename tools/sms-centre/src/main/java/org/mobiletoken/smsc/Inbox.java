package org.mobiletoken.smsc;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsmpp.bean.SubmitSm;
import org.jspecify.annotations.Nullable;

/** Keeps the last 200 messages of each number; no two messages have the same arrival time. */
public final class Inbox {
    private static final int KEPT_PER_NUMBER = 200;

    private final Map<String, Deque<Sms>> byNumber = new HashMap<>();
    private final InboxListener listener;
    private Instant lastArrival = Instant.EPOCH;

    public Inbox() {
        this(InboxListener.NOBODY);
    }

    public Inbox(InboxListener listener) {
        this.listener = listener;
    }

    void answered(String messageId) {
        listener.answered(messageId);
    }

    void add(String text, String messageId, SubmitSm submit) {
        add(
                Submissions.international(submit.getDestAddress()),
                submit.getSourceAddr(),
                text,
                messageId,
                submit.getPriorityFlag(),
                submit.getValidityPeriod());
    }

    /** For a message that came by another way than SMPP. */
    public synchronized void add(
            String to, String from, String text, String messageId, int priority, @Nullable String validity) {
        Instant now = Clock.systemUTC().instant().truncatedTo(ChronoUnit.MICROS);
        lastArrival = now.isAfter(lastArrival) ? now : lastArrival.plus(1, ChronoUnit.MICROS);
        Deque<Sms> messages = byNumber.computeIfAbsent(to, number -> new ArrayDeque<>());
        Sms sms = new Sms(to, from, text, lastArrival, messageId, priority, validity);
        messages.addLast(sms);
        listener.received(sms);
        if (messages.size() > KEPT_PER_NUMBER) {
            messages.removeFirst();
        }
    }

    /** Oldest first. */
    public synchronized List<Sms> of(String number) {
        return List.copyOf(byNumber.getOrDefault(number, new ArrayDeque<>()));
    }

    /** Oldest first. */
    public synchronized List<Sms> all() {
        return byNumber.values().stream()
                .flatMap(Deque::stream)
                .sorted(Comparator.comparing(Sms::receivedAt))
                .toList();
    }

    public synchronized void clear() {
        byNumber.clear();
    }
}
