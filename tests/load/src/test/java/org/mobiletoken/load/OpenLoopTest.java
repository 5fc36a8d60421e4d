package org.mobiletoken.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class OpenLoopTest {
    private static final long MILLI = 1_000_000;

    @Test
    void operations_are_due_at_fixed_times_and_timed_from_then() {
        List<Long> due = new CopyOnWriteArrayList<>();
        Sample sample = new OpenLoop(100, at -> {
                    due.add(at);
                    return at + 7 * MILLI;
                })
                .run(Duration.ofMillis(200), CpuTime::new);
        var sorted = due.stream().sorted().toList();
        assertThat(sorted).hasSize(20);
        assertThat(sorted.getLast() - sorted.getFirst()).isEqualTo(190 * MILLI);
        assertThat(sample.latency().p99()).isBetween(6.9, 7.1);
    }

    @Test
    void one_that_stands_still_holds_up_nobody() {
        var others = new CountDownLatch(9);
        var first = new AtomicInteger();
        Sample sample = new OpenLoop(100, at -> {
                    if (first.getAndIncrement() == 0) {
                        await(others);
                    } else {
                        others.countDown();
                    }
                    return System.nanoTime();
                })
                .run(Duration.ofMillis(100), CpuTime::new);
        assertThat(sample.errors()).isZero();
    }

    @Test
    void a_wrong_answer_is_an_error() {
        Sample sample = new OpenLoop(100, at -> {
                    throw new Http.UnexpectedAnswer("no");
                })
                .run(Duration.ofMillis(50), CpuTime::new);
        assertThat(sample.errors()).isEqualTo(5);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
