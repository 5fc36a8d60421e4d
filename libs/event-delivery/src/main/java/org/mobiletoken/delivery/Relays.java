package org.mobiletoken.delivery;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.stream.IntStream;
import javax.sql.DataSource;

/** The relays of this process, running from its start to its shutdown. */
@ApplicationScoped
class Relays {
    private final DataSource dataSource;
    private final Producers producers;
    private final DeliverySettings.Relay settings;
    private final RelayMetrics metrics;
    private volatile List<Relay> running = List.of();

    Relays(DataSource dataSource, Producers producers, DeliverySettings settings, RelayMetrics metrics) {
        this.dataSource = dataSource;
        this.producers = producers;
        this.settings = settings.relay();
        this.metrics = metrics;
    }

    void start(@Observes StartupEvent event) {
        if (!settings.enabled()) {
            return;
        }
        running = IntStream.range(0, settings.shards())
                .mapToObj(number -> new OutboxShare(number, settings.shards()))
                .map(share -> new Relay(dataSource, producers::create, share, settings, metrics))
                .toList();
        running.forEach(Relay::start);
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        for (Relay relay : running) {
            relay.close();
        }
        running = List.of();
    }

    void wake(int shard) {
        List<Relay> relays = running;
        if (!relays.isEmpty()) {
            relays.get(shard % relays.size()).wake();
        }
    }
}
