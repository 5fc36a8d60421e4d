package org.mobiletoken.groupcommit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GroupCommitTest {
    private record Work(String about, AtomicBoolean done) {}

    private final List<List<String>> transactions = new CopyOnWriteArrayList<>();
    private final CountDownLatch firstMayEnd = new CountDownLatch(1);
    private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();
    private final GroupCommit<Work> group = new GroupCommit<>("test", Work::about, this::commit);

    @AfterEach
    void close() {
        firstMayEnd.countDown();
        group.close();
        callers.close();
    }

    @Test
    void what_comes_up_during_a_transaction_goes_into_the_next_one() throws Exception {
        Future<Boolean> first = keepTheFirstBusy();
        var chan = give("chan");
        var wong = give("wong");
        firstMayEnd.countDown();
        assertThat(first.get() && chan.get() && wong.get()).isTrue();
        assertThat(transactions).containsExactly(List.of("first"), List.of("chan", "wong"));
    }

    @Test
    void of_two_about_the_same_one_waits_for_another_turn() throws Exception {
        keepTheFirstBusy();
        var one = give("chan");
        var other = give("chan");
        firstMayEnd.countDown();
        assertThat(one.get() && other.get()).isTrue();
        assertThat(transactions).containsExactly(List.of("first"), List.of("chan"), List.of("chan"));
    }

    @Test
    void more_than_64_take_two_transactions() throws Exception {
        keepTheFirstBusy();
        for (int i = 0; i < 65; i++) {
            give("customer-" + i);
        }
        firstMayEnd.countDown();
        Awaitility.await().until(() -> transactions.size() == 3);
        assertThat(transactions.get(1)).hasSize(64);
    }

    @Test
    void a_transaction_that_fails_leaves_its_work_to_the_callers_and_the_next_one_comes() throws Exception {
        keepTheFirstBusy();
        var failing = give("failing");
        var beside = give("beside");
        firstMayEnd.countDown();
        assertThat(failing.get() || beside.get()).isFalse();
        assertThat(give("after").get()).isTrue();
    }

    @Test
    void once_closed_everything_is_left_to_its_caller() throws Exception {
        keepTheFirstBusy();
        var waiting = give("waiting");
        group.close();
        firstMayEnd.countDown();
        assertThat(waiting.get()).isFalse();
        assertThat(callers.submit(() -> done("late")).get()).isFalse();
    }

    private void commit(List<Work> together) {
        List<String> about = together.stream().map(Work::about).toList();
        transactions.add(about);
        if (about.contains("first")) {
            awaitEndOfFirst();
        }
        if (about.contains("failing")) {
            throw new IllegalStateException("as the test asks for");
        }
        together.forEach(work -> work.done().set(true));
    }

    private void awaitEndOfFirst() {
        boolean interrupted = false;
        while (firstMayEnd.getCount() > 0) {
            try {
                firstMayEnd.await();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private Future<Boolean> keepTheFirstBusy() {
        group.start();
        Future<Boolean> first = callers.submit(() -> done("first"));
        Awaitility.await().until(() -> !transactions.isEmpty());
        return first;
    }

    /** Returns when it is in the queue. */
    private Future<Boolean> give(String about) {
        int before = group.waiting();
        Future<Boolean> given = callers.submit(() -> done(about));
        Awaitility.await().until(() -> group.waiting() > before || given.isDone());
        return given;
    }

    private boolean done(String about) {
        var work = new Work(about, new AtomicBoolean());
        group.await(work);
        return work.done().get();
    }
}
