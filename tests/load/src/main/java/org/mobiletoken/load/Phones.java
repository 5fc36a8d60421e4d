package org.mobiletoken.load;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.LongAdder;
import org.mobiletoken.smsc.InboxListener;
import org.mobiletoken.smsc.Sms;

/** The customers' phones: how many messages each got, and when the SMS centre had answered the first. */
final class Phones implements InboxListener {
    private static final long PATIENCE_SECONDS = 60;

    private final Map<String, String> unanswered = new ConcurrentHashMap<>();
    private final Map<String, CompletableFuture<Long>> answers = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> received = new ConcurrentHashMap<>();

    @Override
    public void received(Sms sms) {
        received.computeIfAbsent(sms.to(), number -> new LongAdder()).increment();
        unanswered.put(sms.messageId(), sms.to());
    }

    @Override
    public void answered(String messageId) {
        String number = unanswered.remove(messageId);
        if (number != null) {
            answerTo(number).complete(System.nanoTime());
        }
    }

    /** When the answer to this number's first message went out, in {@link System#nanoTime}; waits for it. */
    long awaitAnswer(String number) {
        try {
            return answerTo(number).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new Http.UnexpectedAnswer("A code was reported as accepted and the SMS centre has none");
        } catch (Exception e) {
            throw new IllegalStateException("The load generator was interrupted", e);
        }
    }

    long received(String number) {
        LongAdder messages = received.get(number);
        return messages == null ? 0 : messages.sum();
    }

    private CompletableFuture<Long> answerTo(String number) {
        return answers.computeIfAbsent(number, first -> new CompletableFuture<>());
    }
}
