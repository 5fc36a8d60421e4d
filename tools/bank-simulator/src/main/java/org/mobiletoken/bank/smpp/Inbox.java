package org.mobiletoken.bank.smpp;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Keeps the last 200 messages of each number; no two messages have the same arrival time. */
@ApplicationScoped
public class Inbox {
    private static final int KEPT_PER_NUMBER = 200;

    private final Map<String, Deque<Sms>> byNumber = new HashMap<>();
    private Instant lastArrival = Instant.EPOCH;

    synchronized void add(String to, String text, String messageId) {
        Instant now = Clock.systemUTC().instant().truncatedTo(ChronoUnit.MICROS);
        lastArrival = now.isAfter(lastArrival) ? now : lastArrival.plus(1, ChronoUnit.MICROS);
        Deque<Sms> messages = byNumber.computeIfAbsent(to, number -> new ArrayDeque<>());
        messages.addLast(new Sms(to, text, lastArrival, messageId));
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
