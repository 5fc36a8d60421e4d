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

/** Keeps the last 200 messages of each number; no two messages have the same arrival time. */
public final class Inbox {
    private static final int KEPT_PER_NUMBER = 200;

    private final Map<String, Deque<Sms>> byNumber = new HashMap<>();
    private Instant lastArrival = Instant.EPOCH;

    synchronized void add(String text, String messageId, SubmitSm submit) {
        String to = Submissions.international(submit.getDestAddress());
        Instant now = Clock.systemUTC().instant().truncatedTo(ChronoUnit.MICROS);
        lastArrival = now.isAfter(lastArrival) ? now : lastArrival.plus(1, ChronoUnit.MICROS);
        Deque<Sms> messages = byNumber.computeIfAbsent(to, number -> new ArrayDeque<>());
        messages.addLast(new Sms(
                to,
                submit.getSourceAddr(),
                text,
                lastArrival,
                messageId,
                submit.getPriorityFlag(),
                submit.getValidityPeriod()));
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
