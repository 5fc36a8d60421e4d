package org.mobiletoken.stack;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Starts parts at the same time and tells how long each took; when one fails, those still starting are given up and the rest is closed. */
final class SideBySide {
    private final Progress progress;
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final List<AutoCloseable> started = new ArrayList<>();

    SideBySide(Progress progress) {
        this.progress = progress;
    }

    <T extends AutoCloseable> CompletableFuture<T> start(String part, Supplier<T> starter) {
        return CompletableFuture.supplyAsync(
                () -> {
                    long began = System.nanoTime();
                    T running = starter.get();
                    synchronized (started) {
                        started.add(running);
                    }
                    progress.ready(part, Duration.ofNanos(System.nanoTime() - began));
                    return running;
                },
                executor);
    }

    /** Returns when all are done, or throws as soon as one has failed. */
    void await(List<? extends CompletableFuture<?>> parts) {
        var failure = new CompletableFuture<Void>();
        parts.forEach(part -> part.whenComplete((_, e) -> {
            if (e != null) {
                failure.completeExceptionally(e);
            }
        }));
        CompletableFuture<Void> all = CompletableFuture.allOf(parts.toArray(CompletableFuture<?>[]::new));
        CompletableFuture.anyOf(all, failure).join();
    }

    /** Closes what runs and returns the reason why. */
    RuntimeException giveUp(RuntimeException reason) {
        executor.shutdownNow();
        executor.close();
        close(started);
        return reason instanceof CompletionException wrapped && wrapped.getCause() instanceof StackException cause
                ? cause
                : reason;
    }

    /** Applications go first, then the servers that they use. */
    static void close(List<AutoCloseable> parts) {
        closeTogether(parts.stream().filter(ServiceProcess.class::isInstance).toList());
        closeTogether(
                parts.stream().filter(part -> !(part instanceof ServiceProcess)).toList());
    }

    /** Does the same with all of them; throws the first failure once all are done. */
    static <T> void together(List<T> parts, Consumer<T> action) {
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletableFuture.allOf(parts.stream()
                            .map(part -> CompletableFuture.runAsync(() -> action.accept(part), executor))
                            .toArray(CompletableFuture<?>[]::new))
                    .join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof StackException cause ? cause : e;
        }
    }

    private static void closeTogether(List<AutoCloseable> parts) {
        try (ExecutorService closing = Executors.newVirtualThreadPerTaskExecutor()) {
            parts.forEach(part -> closing.submit(() -> {
                part.close();
                return part;
            }));
        }
    }
}
