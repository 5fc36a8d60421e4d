package org.mobiletoken.smsc;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** The behaviour in force; whoever waits because of it goes on as soon as it changes. */
final class Mood {
    private Behaviour behaviour = Behaviour.NORMAL;

    synchronized Behaviour current() {
        return behaviour;
    }

    synchronized void change(Behaviour wanted) {
        behaviour = wanted;
        notifyAll();
    }

    synchronized void pause(Behaviour since, Duration time) throws InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        long left = time.toNanos();
        while (left > 0 && behaviour.equals(since)) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
            left = end - System.nanoTime();
        }
    }
}
