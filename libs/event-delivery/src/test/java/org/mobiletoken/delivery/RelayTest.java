package org.mobiletoken.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mobiletoken.delivery.Eventually.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.Producer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mobiletoken.testing.KafkaProbe;
import org.mobiletoken.testing.KafkaResource;

class RelayTest {
    private static OutboxDatabase database;

    private final String topic = "relay-" + UUID.randomUUID();
    private final List<Relay> relays = new ArrayList<>();
    private KafkaProbe probe;

    @BeforeAll
    static void create_an_outbox() {
        database = new OutboxDatabase();
    }

    @BeforeEach
    void create_the_topic() {
        Topic.create(KafkaResource.bootstrapServers(), topic);
        probe = KafkaProbe.open();
    }

    @AfterEach
    void stop() throws InterruptedException {
        for (Relay relay : relays) {
            relay.close();
        }
        probe.close();
    }

    @Test
    void events_are_published_in_order_and_deleted() {
        addNumbers(1, 25);

        start(RelayTest::producer, 10);

        await().until(() -> database.waiting() == 0);
        assertThat(published()).containsExactlyElementsOf(numbers(1, 25));
    }

    @Test
    void an_event_that_the_broker_has_is_not_published_again_while_it_waits_for_its_deletion() {
        start(RelayTest::producer, 1_000);

        for (String number : numbers(1, 10)) {
            database.add(topic, "parcel", number);
            await().until(() -> published().contains(number));
        }

        await().until(() -> database.waiting() == 0);
        assertThat(published()).containsExactlyElementsOf(numbers(1, 10));
    }

    @Test
    void a_relay_that_is_woken_soon_after_a_reading_waits_for_company_and_stops_all_the_same() throws Exception {
        Relay relay = start(RelayTest::producer, new TestRelaySettings(1_000, Duration.ofHours(1)));
        await().until(relay::holding);

        relay.wake();
        addNumbers(1, 10);

        // a reading that was under way may have had the first of them
        await().during(Duration.ofMillis(300)).until(() -> published().size() < 10);
        relay.close();
        assertThat(relay.holding()).isFalse();
    }

    @Test
    void an_event_that_was_written_early_and_committed_late_is_published() throws SQLException {
        start(RelayTest::producer, 10);
        try (Connection late = database.dataSource().getConnection()) {
            late.setAutoCommit(false);
            OutboxDatabase.add(late, topic, "late parcel", "late");
            addNumbers(1, 3);
            await().until(() -> published().size() == 3);

            late.commit();
        }

        await().until(() -> published().contains("late"));
        await().until(() -> database.waiting() == 0);
    }

    @Test
    void a_relay_that_stops_leaves_no_event_that_the_broker_has() throws InterruptedException {
        Relay relay = start(RelayTest::producer, 1_000);
        addNumbers(1, 3);
        await().until(() -> published().size() == 3);

        relay.close();

        assertThat(database.waiting()).isZero();
    }

    @Test
    void a_relay_crash_after_send_repeats_but_never_loses() {
        addNumbers(1, 10);
        var crashed = new AtomicBoolean();
        Runnable crash = () -> {
            if (crashed.compareAndSet(false, true)) {
                database.cutTheHolder();
            }
        };

        start(() -> SpyingProducer.afterAcknowledged(10, producer(), crash), 10);

        await().until(() -> database.waiting() == 0);
        assertThat(crashed).isTrue();
        assertThat(published()).hasSize(20);
        assertThat(published().subList(0, 10)).containsExactlyElementsOf(numbers(1, 10));
        assertThat(published().subList(10, 20)).containsExactlyElementsOf(numbers(1, 10));
    }

    @Test
    void an_event_that_the_broker_refuses_holds_back_those_behind_it_without_repeating_them() {
        addNumbers(1, 2);
        database.add(topic, "parcel", "x".repeat(2_000_000));
        addNumbers(3, 5);
        var producersMade = new AtomicInteger();

        start(
                () -> {
                    producersMade.incrementAndGet();
                    return producer();
                },
                10);

        await().until(() -> producersMade.get() > 3);
        assertThat(published()).containsExactly("1", "2");
        assertThat(database.waiting()).isEqualTo(4);
        database.removeLongerThan(1_000_000);
        await().until(() -> database.waiting() == 0);
        assertThat(published()).containsExactlyElementsOf(numbers(1, 5));
    }

    @Test
    void one_of_two_relays_holds_a_share_and_publishes_alone() {
        Relay one = start(RelayTest::producer, 10);
        Relay other = start(RelayTest::producer, 10);
        await().until(() -> one.holding() || other.holding());

        addNumbers(1, 50);

        await().until(() -> database.waiting() == 0);
        assertThat(published()).containsExactlyElementsOf(numbers(1, 50));
        assertThat(one.holding()).isNotEqualTo(other.holding());
        assertThat(database.locksHeld()).isEqualTo(1);
    }

    @Test
    void the_other_relay_takes_over_when_the_holder_stops() throws InterruptedException {
        Relay first = start(RelayTest::producer, 10);
        await().until(first::holding);
        Relay second = start(RelayTest::producer, 10);

        first.close();

        await().until(second::holding);
        addNumbers(1, 3);
        await().until(() -> database.waiting() == 0);
        assertThat(published()).containsExactlyElementsOf(numbers(1, 3));
    }

    @Test
    void the_other_relay_takes_over_when_the_holders_connection_is_killed_and_nothing_is_lost_or_overtaken()
            throws InterruptedException {
        Relay first = start(RelayTest::producer, 10);
        await().until(first::holding);
        Relay second = start(RelayTest::producer, 10);
        List<Thread> writers = keys().map(key -> Thread.ofVirtual()
                        .start(() -> numbers(1, 100).forEach(number -> database.add(topic, key, number))))
                .toList();
        await().until(() -> !published().isEmpty());

        // whoever holds the share is cut off again and again until the other one has had it too
        await().until(() -> {
            database.cutTheHolder();
            return second.holding();
        });
        for (Thread writer : writers) {
            writer.join();
        }

        await().until(() -> database.waiting() == 0);
        keys().forEach(key -> assertThat(
                        probe.records(topic, key).stream().map(KafkaProbe::json).distinct())
                .containsExactlyElementsOf(numbers(1, 100)));
    }

    @Test
    void a_stopped_relay_leaves_no_lock_behind() throws InterruptedException {
        Relay relay = start(RelayTest::producer, 10);
        await().until(relay::holding);

        relay.close();

        assertThat(relay.holding()).isFalse();
        await().until(() -> database.locksHeld() == 0);
    }

    private Relay start(Supplier<Producer<String, byte[]>> producers, int batch) {
        return start(producers, new TestRelaySettings(batch));
    }

    private Relay start(Supplier<Producer<String, byte[]>> producers, DeliverySettings.Relay settings) {
        var relay = new Relay(
                database.dataSource(), producers, new OutboxShare(0, 1), settings, TestRelaySettings.metrics());
        relays.add(relay);
        relay.start();
        return relay;
    }

    private static Producer<String, byte[]> producer() {
        return new Producers(Map.of("bootstrap.servers", KafkaResource.bootstrapServers())).create();
    }

    private static Stream<String> keys() {
        return Stream.of("parcel-1", "parcel-2", "parcel-3", "parcel-4");
    }

    private void addNumbers(int from, int to) {
        numbers(from, to).forEach(number -> database.add(topic, "parcel", number));
    }

    private static List<String> numbers(int from, int to) {
        return IntStream.rangeClosed(from, to).mapToObj(Integer::toString).toList();
    }

    private List<String> published() {
        return probe.records(topic).stream().map(KafkaProbe::json).toList();
    }
}
