package org.mobiletoken.mail;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Keeps the last 200 mails to each address; no two mails have the same arrival time. */
public final class Mailboxes {
    private static final int KEPT_PER_ADDRESS = 200;

    private final Map<String, Deque<ReceivedMail>> byAddress = new HashMap<>();
    private Instant lastArrival = Instant.EPOCH;

    synchronized void add(String to, String from, String subject, String text) {
        Instant now = Clock.systemUTC().instant().truncatedTo(ChronoUnit.MICROS);
        lastArrival = now.isAfter(lastArrival) ? now : lastArrival.plus(1, ChronoUnit.MICROS);
        Deque<ReceivedMail> mails = byAddress.computeIfAbsent(to, address -> new ArrayDeque<>());
        mails.addLast(new ReceivedMail(to, from, subject, text, lastArrival));
        if (mails.size() > KEPT_PER_ADDRESS) {
            mails.removeFirst();
        }
    }

    /** Oldest first. */
    public synchronized List<ReceivedMail> of(String address) {
        return List.copyOf(byAddress.getOrDefault(address, new ArrayDeque<>()));
    }

    /** Oldest first. */
    public synchronized List<ReceivedMail> all() {
        return byAddress.values().stream()
                .flatMap(Deque::stream)
                .sorted(Comparator.comparing(ReceivedMail::receivedAt))
                .toList();
    }

    public synchronized void clear() {
        byAddress.clear();
    }
}
