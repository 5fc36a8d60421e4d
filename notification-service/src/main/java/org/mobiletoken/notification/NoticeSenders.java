package org.mobiletoken.notification;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.mobiletoken.notification.QueueNotice.Queued;

/** Threads that send notices: woken when one was committed, and looking for themselves now and then. */
@ApplicationScoped
public class NoticeSenders {

    private static final Logger LOG = Logger.getLogger(NoticeSenders.class);

    private final SendNotice sendNotice;
    private final NotificationSettings.Notices settings;
    private final Semaphore work = new Semaphore(0);
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean stopped;

    public NoticeSenders(SendNotice sendNotice, NotificationSettings settings) {
        this.sendNotice = sendNotice;
        this.settings = settings.notices();
    }

    void start(@Observes StartupEvent start) {
        for (int i = 0; i < settings.senders(); i++) {
            threads.add(Thread.ofVirtual().name("notice-sender-" + i).start(this::sendAll));
        }
    }

    void stop(@Observes ShutdownEvent stop) throws InterruptedException {
        stopped = true;
        work.release(threads.size());
        for (Thread thread : threads) {
            thread.join(TimeUnit.SECONDS.toMillis(10));
        }
    }

    void wake(@Observes(during = TransactionPhase.AFTER_SUCCESS) Queued queued) {
        work.release();
    }

    private void sendAll() {
        while (!stopped) {
            try {
                if (!sendNotice.sendNext()) {
                    waitForWork();
                }
            } catch (RuntimeException e) {
                LOG.warnf("Notices cannot be sent now: %s", e.getClass().getName());
                waitForWork();
            }
        }
    }

    private void waitForWork() {
        try {
            if (work.tryAcquire(settings.lookEvery().toMillis(), TimeUnit.MILLISECONDS)) {
                work.drainPermits();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopped = true;
        }
    }
}
