package org.mobiletoken.groupcommit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * Work that comes up while a transaction is under way goes into the next one together: what a transaction costs is shared by all of
 * it, and nobody waits for company.
 *
 * @param <W> a piece of work, which knows itself whether it has been done
 */
public final class GroupCommit<W> implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(GroupCommit.class);
    private static final int AT_MOST = 64;

    /** Work in the queue, whose caller waits. */
    private record Waiting<W>(W work, CompletableFuture<Void> ended) {}

    private final Function<W, ?> key;
    private final Consumer<List<W>> transaction;
    private final BlockingQueue<Waiting<W>> queue = new LinkedBlockingQueue<>();
    private final Thread thread;
    private volatile boolean closed;

    /**
     * @param name of the thread that runs the transactions, one after the other
     * @param key what a transaction has only one piece of work about; a second one waits for the next
     * @param transaction does what it can of the work, 64 pieces at most, in one transaction, and has them know it once that is committed.
     *     What it throws is told in the log by its class.
     */
    public GroupCommit(String name, Function<W, ?> key, Consumer<List<W>> transaction) {
        this.key = key;
        this.transaction = transaction;
        this.thread = Thread.ofPlatform().daemon().name(name).unstarted(this::run);
    }

    /** From here on work is taken. */
    public void start() {
        thread.start();
    }

    /**
     * Returns once the transaction that this work was given to has ended, well or not; at once when there will be none. Work that is not
     * done by then, since its transaction failed or left it out, is to be done alone.
     */
    public void await(W work) {
        var waiting = new Waiting<>(work, new CompletableFuture<Void>());
        queue.add(waiting);
        if (closed) {
            leaveAll();
        }
        waiting.ended().join();
    }

    /** How many pieces of work wait for the transaction before theirs. */
    public int waiting() {
        return queue.size();
    }

    /** What waits is left to its callers. */
    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }

    private void run() {
        try {
            while (!closed) {
                run(next());
            }
        } catch (InterruptedException e) {
            LOG.debugf("%s: from here on everything is done alone", thread.getName());
        } finally {
            closed = true;
            leaveAll();
        }
    }

    private void run(List<Waiting<W>> together) {
        try {
            transaction.accept(together.stream().map(Waiting::work).toList());
        } catch (RuntimeException e) {
            LOG.warnf(
                    "%s: %d are done alone after %s",
                    thread.getName(), together.size(), e.getClass().getName());
        } finally {
            together.forEach(waiting -> waiting.ended().complete(null));
        }
    }

    private List<Waiting<W>> next() throws InterruptedException {
        List<Waiting<W>> taken = new ArrayList<>(List.of(queue.take()));
        queue.drainTo(taken, AT_MOST - 1);
        Map<Object, Waiting<W>> next = new LinkedHashMap<>();
        for (Waiting<W> waiting : taken) {
            if (next.putIfAbsent(key.apply(waiting.work()), waiting) != null) {
                queue.add(waiting);
            }
        }
        return List.copyOf(next.values());
    }

    private void leaveAll() {
        for (var waiting = queue.poll(); waiting != null; waiting = queue.poll()) {
            waiting.ended().complete(null);
        }
    }
}
