package org.mobiletoken.notification;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Requests of one customer wait here for each other rather than on the customer's row, so that a burst of one customer holds one
 * database connection and not all of them. It spares connections only: what is right is decided under the row's lock.
 */
@ApplicationScoped
public class OneAtATime {

    private static final int STRIPES = 1024;

    private final ReentrantLock[] locks =
            Stream.generate(ReentrantLock::new).limit(STRIPES).toArray(ReentrantLock[]::new);

    <T> T perCustomer(String customerId, Supplier<T> work) {
        ReentrantLock lock = locks[Math.floorMod(customerId.hashCode(), STRIPES)];
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }
}
