package org.mobiletoken.notification;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.mobiletoken.notification.Message.Channel;
import org.mobiletoken.notification.QueueNotice.Queued;

/**
 * Threads that send notices: woken when one was committed, and looking for themselves now and then. Each way has threads of its
 * own, so a slow mail server never delays a short message.
 */
@ApplicationScoped
public class NoticeSenders {

    private static final Logger LOG = Logger.getLogger(NoticeSenders.class);

    private final SendNotice sendNotice;
    private final NotificationSettings.Notices settings;
    private final Map<Channel, Semaphore> work = new EnumMap<>(Channel.class);
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean stopped;

    public NoticeSenders(SendNotice sendNotice, NotificationSettings settings) {
        this.sendNotice = sendNotice;
        this.settings = settings.notices();
        for (Channel channel : Channel.values()) {
            work.put(channel, new Semaphore(0));
        }
    }

    void start(@Observes StartupEvent start) {
        work.forEach((channel, announced) -> {
            for (int i = 0; i < settings.senders(); i++) {
                threads.add(Thread.ofVirtual()
                        .name(channel.name().toLowerCase(Locale.ROOT) + "-sender-" + i)
                        .start(() -> sendAll(channel, announced)));
            }
        });
    }

    void stop(@Observes ShutdownEvent stop) throws InterruptedException {
        stopped = true;
        work.values().forEach(announced -> announced.release(settings.senders()));
        for (Thread thread : threads) {
            thread.join(TimeUnit.SECONDS.toMillis(10));
        }
    }

    void wake(@Observes(during = TransactionPhase.AFTER_SUCCESS) Queued queued) {
        work.values().forEach(Semaphore::release);
    }

    private void sendAll(Channel channel, Semaphore announced) {
        while (!stopped) {
            try {
                if (!sendNotice.sendNext(channel)) {
                    waitForWork(announced);
                }
            } catch (RuntimeException e) {
                LOG.warnf("Notices cannot be sent now: %s", e.getClass().getName());
                waitForWork(announced);
            }
        }
    }

    private void waitForWork(Semaphore announced) {
        try {
            if (announced.tryAcquire(settings.lookEvery().toMillis(), TimeUnit.MILLISECONDS)) {
                announced.drainPermits();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopped = true;
        }
    }
}
