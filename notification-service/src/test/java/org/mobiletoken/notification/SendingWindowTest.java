package org.mobiletoken.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.mobiletoken.notification.SendOutcome.Accepted;
import org.mobiletoken.notification.SendOutcome.NotTaken;
import org.mobiletoken.notification.Sms.Traffic;

class SendingWindowTest {
    private static final SendOutcome ACCEPTED = new Accepted("centre", List.of("1"));
    private static final Duration LONG = Duration.ofSeconds(30);

    private final CountDownLatch answer = new CountDownLatch(1);

    @Test
    void a_message_waits_for_a_place() {
        var window = new SendingWindow(1, LONG);
        CompletableFuture<SendOutcome> first = occupy(window);
        var waiting = new CompletableFuture<Thread>();
        CompletableFuture<SendOutcome> second = meanwhile(() -> {
            waiting.complete(Thread.currentThread());
            return window.send(Traffic.OTP, () -> ACCEPTED);
        });
        Awaitility.await().until(() -> waiting.join().getState() == Thread.State.TIMED_WAITING);
        assertThat(second).isNotDone();
        answer.countDown();
        assertThat(first.join()).isEqualTo(ACCEPTED);
        assertThat(second.join()).isEqualTo(ACCEPTED);
    }

    @Test
    void without_a_place_in_time_nothing_is_sent() {
        var window = new SendingWindow(1, Duration.ofMillis(1));
        CompletableFuture<SendOutcome> first = occupy(window);
        var sent = new AtomicBoolean();
        assertThat(window.send(Traffic.OTP, () -> {
                    sent.set(true);
                    return ACCEPTED;
                }))
                .isEqualTo(new NotTaken("window-full"));
        assertThat(sent).isFalse();
        answer.countDown();
        first.join();
    }

    @Test
    void notices_have_places_of_their_own() {
        var window = new SendingWindow(1, Duration.ZERO);
        CompletableFuture<SendOutcome> code = occupy(window);
        assertThat(window.send(Traffic.INFO, () -> ACCEPTED)).isEqualTo(ACCEPTED);
        answer.countDown();
        code.join();
    }

    @Test
    void a_sender_that_fails_leaves_its_place() {
        var window = new SendingWindow(1, Duration.ZERO);
        CompletableFuture<SendOutcome> failing = meanwhile(() -> window.send(Traffic.OTP, () -> {
            throw new IllegalStateException("encoder");
        }));
        assertThat(failing).failsWithin(LONG);
        assertThat(window.send(Traffic.OTP, () -> ACCEPTED)).isEqualTo(ACCEPTED);
    }

    /** Takes a place of the codes until the answer comes. */
    private CompletableFuture<SendOutcome> occupy(SendingWindow window) {
        var entered = new CountDownLatch(1);
        CompletableFuture<SendOutcome> first = meanwhile(() -> window.send(Traffic.OTP, () -> {
            entered.countDown();
            await(answer);
            return ACCEPTED;
        }));
        await(entered);
        return first;
    }

    private static CompletableFuture<SendOutcome> meanwhile(Supplier<SendOutcome> sending) {
        return CompletableFuture.supplyAsync(sending, Thread::startVirtualThread);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
