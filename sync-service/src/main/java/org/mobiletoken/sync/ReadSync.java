package org.mobiletoken.sync;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.mobiletoken.sync.postgres.Syncs;
import org.mobiletoken.sync.rules.Sync;

/** Tells the app that started a synchronisation how far it has come, at once or as soon as it has ended. */
@ApplicationScoped
public class ReadSync {
    private final Syncs syncs;
    private final SyncSettings settings;
    private final Clock clock;
    private final ConcurrentMap<UUID, CompletableFuture<Void>> waiting = new ConcurrentHashMap<>();

    ReadSync(Syncs syncs, SyncSettings settings, Clock clock) {
        this.syncs = syncs;
        this.settings = settings;
        this.clock = clock;
    }

    /** Nothing for another customer or another app. */
    public Optional<Sync> read(String customerId, String targetApp, UUID id) {
        return QuarkusTransaction.requiringNew()
                .call(() -> syncs.of(customerId, id))
                .filter(sync -> sync.targetApp().equals(targetApp))
                .map(sync -> sync.in(sync.state().at(clock.instant())));
    }

    /** Waits, holding no transaction, until the synchronisation has ended or the time is over. */
    public Sync await(Sync sync, Duration atMost) {
        long deadline = System.nanoTime() + atMost.toNanos();
        CompletableFuture<Void> step = waiting.computeIfAbsent(sync.id(), _ -> new CompletableFuture<>());
        try {
            while (true) {
                Sync now = read(sync.customerId(), sync.targetApp(), sync.id()).orElse(sync);
                long left = deadline - System.nanoTime();
                if (!now.state().isOpen() || left <= 0) {
                    return now;
                }
                pause(step, Math.min(left, settings.lookEvery().toNanos()));
            }
        } finally {
            waiting.remove(sync.id(), step);
        }
    }

    void onStep(@Observes(during = TransactionPhase.AFTER_SUCCESS) SyncSteps.Taken taken) {
        CompletableFuture<Void> waiter = waiting.get(taken.syncId());
        if (waiter != null) {
            waiter.complete(null);
        }
    }

    private static void pause(CompletableFuture<Void> step, long nanos) {
        try {
            step.get(nanos, TimeUnit.NANOSECONDS);
        } catch (TimeoutException _) {
            // looks again: the step may have been taken by another replica
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException("A step is announced, never failed", e);
        }
    }
}
