package org.mobiletoken.notification;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.mobiletoken.notification.SendOutcome.NotTaken;
import org.mobiletoken.notification.Sms.Traffic;

/**
 * How many messages of each class may wait for their answer at the same time. One that finds no place waits a moment for it, in the order
 * of arrival: after a standstill more messages come at once than have places.
 */
public final class SendingWindow {
    private final Map<Traffic, Semaphore> places = new EnumMap<>(Traffic.class);
    private final Duration patience;

    /**
     * @param size how many places each class has
     * @param patience how long a message waits for one
     */
    public SendingWindow(int size, Duration patience) {
        for (Traffic traffic : Traffic.values()) {
            places.put(traffic, new Semaphore(size, true));
        }
        this.patience = patience;
    }

    /** Sends once there is a place; without one, nothing has been taken. */
    public SendOutcome send(Traffic traffic, Supplier<SendOutcome> sending) {
        Semaphore free = Objects.requireNonNull(places.get(traffic));
        try {
            if (!free.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)) {
                return new NotTaken("window-full");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new NotTaken("interrupted");
        }
        try {
            return sending.get();
        } finally {
            free.release();
        }
    }
}
