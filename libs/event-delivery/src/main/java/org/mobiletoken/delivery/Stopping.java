package org.mobiletoken.delivery;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Pauses that end with the process: whoever waits for something gives its record back, unacknowledged. */
@ApplicationScoped
class Stopping {
    private final CountDownLatch stopping = new CountDownLatch(1);

    void stop(@Observes ShutdownEvent event) {
        stopping.countDown();
    }

    /**
     * Waits.
     *
     * @throws IllegalStateException if this process stops meanwhile
     */
    void pause(Duration duration) {
        boolean stops;
        try {
            stops = stopping.await(duration.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stops = true;
        }
        if (stops) {
            throw new IllegalStateException("Stopping; the record will be delivered again");
        }
    }
}
