package org.mobiletoken.notification;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mobiletoken.groupcommit.GroupCommit;
import org.mobiletoken.notification.Message.Channel;
import org.mobiletoken.notification.postgres.MessageLedger;
import org.mobiletoken.notification.postgres.MessageLedger.Leaving;

/** Hands out the notices that wait and marks those that leave; senders who ask at the same time share a transaction. */
@ApplicationScoped
public class NoticeQueue {

    /** A sender who asks for the next notice of a channel. */
    private static final class Asking {
        private final Channel channel;
        private @Nullable Message next;

        Asking(Channel channel) {
            this.channel = channel;
        }
    }

    /** A notice whose sender waits for it to be marked. */
    private static final class Starting {
        private final Leaving leaving;
        private boolean started;

        Starting(Leaving leaving) {
            this.leaving = leaving;
        }
    }

    private final MessageLedger ledger;
    private final Duration reserveFor;
    private final GroupCommit<Asking> asking = new GroupCommit<>("reserve-notices", Function.identity(), this::reserve);
    private final GroupCommit<Starting> starting = new GroupCommit<>("start-notices", Function.identity(), this::start);

    public NoticeQueue(MessageLedger ledger, NotificationSettings settings) {
        this.ledger = ledger;
        this.reserveFor = settings.notices().reserveFor();
    }

    void start(@Observes StartupEvent start) {
        asking.start();
        starting.start();
    }

    void stop(@Observes ShutdownEvent stop) {
        asking.close();
        starting.close();
    }

    /** The notice that waited longest, for the caller alone and for a while. */
    Optional<Message> next(Channel channel) {
        var one = new Asking(channel);
        asking.await(one);
        return Optional.ofNullable(one.next);
    }

    /** To be asked before the first byte leaves; false if somebody else sends it, or if it cannot be marked now. */
    boolean start(Message.Id notice, String language) {
        var one = new Starting(new Leaving(notice, language));
        starting.await(one);
        return one.started;
    }

    private void reserve(List<Asking> together) {
        Map<Channel, Queue<Asking>> byChannel = together.stream()
                .collect(Collectors.groupingBy(one -> one.channel, Collectors.toCollection(ArrayDeque::new)));
        List<Message> reserved = QuarkusTransaction.requiringNew()
                .call(() -> byChannel.entrySet().stream()
                        .flatMap(asked ->
                                ledger
                                        .reserveNext(
                                                asked.getKey(), asked.getValue().size(), reserveFor)
                                        .stream())
                        .toList());
        reserved.forEach(notice ->
                Objects.requireNonNull(byChannel.get(notice.channel())).remove().next = notice);
    }

    private void start(List<Starting> together) {
        Set<Message.Id> started = QuarkusTransaction.requiringNew()
                .call(() -> ledger.startSending(
                        together.stream().map(one -> one.leaving).toList()));
        together.forEach(one -> one.started = started.contains(one.leaving.id()));
    }
}
