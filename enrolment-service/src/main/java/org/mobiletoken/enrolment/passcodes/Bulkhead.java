package org.mobiletoken.enrolment.passcodes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** As many passcodes are worked on at a time as there are cores; whoever waits too long for a place is turned away before anything counts. */
@ApplicationScoped
public class Bulkhead {
    private final Semaphore places;
    private final Duration longestWait;

    @Inject
    Bulkhead(PasscodeSettings settings) {
        this(settings.places().orElseGet(Runtime.getRuntime()::availableProcessors), settings.longestWait());
    }

    Bulkhead(int places, Duration longestWait) {
        this.places = new Semaphore(places, true);
        this.longestWait = longestWait;
    }

    /** A place, to be closed after use, or nothing after the longest wait. */
    public Optional<Place> enter() {
        try {
            return places.tryAcquire(longestWait.toMillis(), TimeUnit.MILLISECONDS)
                    ? Optional.of(new Place(places))
                    : Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** A place behind the bulkhead; closing it twice gives it back once. */
    public static final class Place implements AutoCloseable {
        private final Semaphore places;
        private final AtomicBoolean closed = new AtomicBoolean();

        private Place(Semaphore places) {
            this.places = places;
        }

        @Override
        public void close() {
            if (closed.compareAndSet(false, true)) {
                places.release();
            }
        }
    }
}
