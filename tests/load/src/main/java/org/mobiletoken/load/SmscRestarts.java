package org.mobiletoken.load;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.mobiletoken.stack.ServiceName;
import org.mobiletoken.stack.StackSettings;

/** The SMS centre is killed and started again while codes and notices are sent: whatever was asked for is sent once, or its fate is shown. */
final class SmscRestarts implements Scenario {
    private static final int CONNECTIONS = 128;
    private static final int PER_SECOND = 100;
    private static final int NOTICE_EVERY = 4;
    private static final int LIVES_AT_MOST_MILLIS = 600;
    private static final int WARM_UP_MESSAGES = 200;

    private final KillableCentre centre = new KillableCentre();
    private final AtomicLong requests = new AtomicLong();
    private final AtomicLong sent = new AtomicLong();
    private final Set<String> unavailable = ConcurrentHashMap.newKeySet();
    private @Nullable Codes codes;

    @Override
    public Set<ServiceName> services() {
        return Set.of(ServiceName.NOTIFICATION);
    }

    @Override
    public StackSettings settings(StackSettings usual) {
        return Codes.settings(usual, centre.port())
                .with(ServiceName.NOTIFICATION, "MOBILE_TOKEN_MAIL_ENABLED", "false");
    }

    @Override
    public void warmUp(Platform platform, Size size) {
        codes = new Codes(platform, CONNECTIONS);
        try (var events = new FreezeEvents(platform)) {
            new OpenLoop(PER_SECOND, due -> request(events))
                    .runWhile(() -> requests.get() < WARM_UP_MESSAGES, platform::cpu);
        }
    }

    @Override
    public Report measure(Platform platform, Size size) {
        int kills = size.of(5, 50);
        var goOn = new AtomicBoolean(true);
        long began = System.nanoTime();
        Sample load;
        try (var events = new FreezeEvents(platform)) {
            var loading = CompletableFuture.supplyAsync(
                    () -> new OpenLoop(PER_SECOND, due -> request(events)).runWhile(goOn::get, platform::cpu),
                    Thread::startVirtualThread);
            for (int i = 0; i < kills; i++) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(
                        ThreadLocalRandom.current().nextInt(LIVES_AT_MOST_MILLIS)));
                long before = centre.bytesWritten();
                centre.killAndStart();
                centre.awaitMessageAfter(before);
            }
            goOn.set(false);
            load = loading.join();
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        return compared(platform)
                .condition("requests_per_second", PER_SECOND)
                .condition("notices", "1 request in " + NOTICE_EVERY + ", the others are codes")
                .figure("kills", kills)
                .figure("seconds", seconds)
                .figure("codes_sent", sent.get())
                .figure("codes_unavailable", unavailable.size())
                .exactly("errors", 0, load.errors());
    }

    private Report compared(Platform platform) {
        Codes all = Objects.requireNonNull(codes);
        var records = new MessageRecords(platform, all.asked().size() - unavailable.size());
        Map<String, Long> received = centre.received();
        return Fates.of(
                        all.asked(),
                        unavailable,
                        records.statesByCustomer(),
                        customer -> received.getOrDefault(all.numberOf(customer), 0L))
                .report();
    }

    private long request(FreezeEvents events) {
        String customer = Objects.requireNonNull(codes).nextCustomer();
        if (requests.getAndIncrement() % NOTICE_EVERY == 0) {
            events.unfrozen(customer);
        } else {
            ask(customer);
        }
        return System.nanoTime();
    }

    private void ask(String customer) {
        Http.Answer answer = Objects.requireNonNull(codes).ask(customer);
        switch (answer.status()) {
            case 201 -> sent.incrementAndGet();
            case 503 -> unavailable.add(customer);
            default -> answer.expect(201);
        }
    }

    @Override
    public void close() {
        centre.close();
    }
}
