package org.mobiletoken.operations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;

/** Counts what a transaction did once it has committed: what is rolled back, or tried again, was never counted. */
@ApplicationScoped
public class AfterCommit {
    private final TransactionSynchronizationRegistry transactions;

    AfterCommit(TransactionSynchronizationRegistry transactions) {
        this.transactions = transactions;
    }

    /**
     * Runs if, and after, the caller's transaction has committed.
     *
     * @throws IllegalStateException if there is no active transaction
     */
    public void run(Runnable counting) {
        transactions.registerInterposedSynchronization(new Counting(counting));
    }

    private record Counting(Runnable counting) implements Synchronization {
        @Override
        public void beforeCompletion() {}

        @Override
        public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
                counting.run();
            }
        }
    }
}
