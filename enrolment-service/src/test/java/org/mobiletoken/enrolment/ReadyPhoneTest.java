package org.mobiletoken.enrolment;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.mobiletoken.enrolment.testing.FakeLockout;
import org.mobiletoken.enrolment.testing.FakeNeighbours;
import org.mobiletoken.testing.MovableClock;

/** Tests of what a phone whose token is enabled already may do with it. */
abstract class ReadyPhoneTest {
    @Inject
    FakeLockout lockout;

    @Inject
    FakeNeighbours neighbours;

    @Inject
    MovableClock clock;

    @Inject
    ReadyPhones phones;

    @AfterEach
    void put_lockout_back() {
        lockout.reset();
    }

    static <T> List<T> inParallel(List<Callable<T>> calls) throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        // Platform threads: the client pins virtual ones, and the service in this same process needs their carriers.
        try (ExecutorService threads = Executors.newFixedThreadPool(calls.size())) {
            List<Future<T>> answers = new ArrayList<>();
            for (Callable<T> call : calls) {
                answers.add(threads.submit(() -> {
                    start.await();
                    return call.call();
                }));
            }
            start.countDown();
            List<T> results = new ArrayList<>();
            for (Future<T> answer : answers) {
                results.add(answer.get());
            }
            return results;
        }
    }
}
