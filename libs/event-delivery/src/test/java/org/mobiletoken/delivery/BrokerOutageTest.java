package org.mobiletoken.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mobiletoken.delivery.Eventually.await;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mobiletoken.stack.KafkaBroker;
import org.mobiletoken.testing.KafkaProbe;

class BrokerOutageTest {
    @TempDir
    private static Path folder;

    private static KafkaBroker broker;
    private static OutboxDatabase database;

    @BeforeAll
    static void start() {
        broker = KafkaBroker.start(folder);
        database = new OutboxDatabase();
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    @Test
    void everything_committed_while_the_broker_is_away_is_published_in_order_when_it_is_back() throws Exception {
        Topic.create(broker.bootstrapServers(), "outage");
        try (Relay relay = relay(BrokerOutageTest::steady)) {
            relay.start();
            add("outage", 1, 1);
            await().until(() -> database.waiting() == 0);

            broker.kill();
            add("outage", 2, 40);
            assertThat(database.waiting()).isEqualTo(39);
            broker.start();

            await().until(() -> database.waiting() == 0);
        }
        assertThat(published("outage").stream().distinct()).containsExactlyElementsOf(numbers(1, 40));
    }

    @Test
    void a_broker_that_is_away_from_the_start_costs_nothing_but_time() throws Exception {
        Topic.create(broker.bootstrapServers(), "late");
        broker.stop();
        add("late", 1, 10);
        var created = new AtomicInteger();
        try (Relay relay = relay(() -> {
            created.incrementAndGet();
            return impatient();
        })) {
            relay.start();
            await().until(() -> created.get() >= 3);
            assertThat(database.waiting()).isEqualTo(10);

            broker.start();

            await().until(() -> database.waiting() == 0);
        }
        assertThat(published("late")).containsExactlyElementsOf(numbers(1, 10));
    }

    @Test
    void a_relay_that_waits_for_the_broker_stops_when_told_and_keeps_everything() throws Exception {
        Topic.create(broker.bootstrapServers(), "stopped");
        broker.stop();
        var created = new AtomicInteger();
        Relay relay = relay(() -> {
            created.incrementAndGet();
            return steady();
        });
        relay.start();
        add("stopped", 1, 5);
        await().until(() -> created.get() == 1);

        relay.close();

        assertThat(database.waiting()).isEqualTo(5);
        assertThat(database.locksHeld()).isZero();
        broker.start();
        try (Relay next = relay(BrokerOutageTest::steady)) {
            next.start();
            await().until(() -> database.waiting() == 0);
        }
        assertThat(published("stopped")).containsExactlyElementsOf(numbers(1, 5));
    }

    private static Relay relay(Supplier<Producer<String, byte[]>> producers) {
        return new Relay(
                database.dataSource(),
                producers,
                new OutboxShare(0, 1),
                new TestRelaySettings(10),
                TestRelaySettings.metrics());
    }

    private static Producer<String, byte[]> steady() {
        return new Producers(Map.of("bootstrap.servers", broker.bootstrapServers())).create();
    }

    private static Producer<String, byte[]> impatient() {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.bootstrapServers(), "max.block.ms", 200),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    private static void add(String topic, int from, int to) {
        numbers(from, to).forEach(number -> database.add(topic, "parcel", number));
    }

    private static List<String> numbers(int from, int to) {
        return IntStream.rangeClosed(from, to).mapToObj(Integer::toString).toList();
    }

    private static List<String> published(String topic) {
        try (KafkaProbe probe = KafkaProbe.open(broker.bootstrapServers())) {
            return probe.records(topic).stream().map(KafkaProbe::json).toList();
        }
    }
}
