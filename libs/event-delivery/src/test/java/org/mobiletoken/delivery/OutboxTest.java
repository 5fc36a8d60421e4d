package org.mobiletoken.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mobiletoken.delivery.Eventually.await;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mobiletoken.testing.KafkaProbe;
import org.mobiletoken.testing.KafkaResource;
import org.mobiletoken.testing.PostgresResource;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(ParcelTopics.class)
class OutboxTest {
    @Inject
    Outbox outbox;

    @Inject
    Parcels parcels;

    @Inject
    DataSource dataSource;

    private final String key = UUID.randomUUID().toString();
    private KafkaProbe probe;

    @BeforeEach
    void open() {
        probe = KafkaProbe.open();
    }

    @AfterEach
    void close() {
        probe.close();
    }

    @Test
    void a_committed_event_reaches_its_consumer_with_all_its_attributes() {
        UUID id = UUID.randomUUID();
        var event = new OutgoingEvent(
                id,
                ParcelTopics.EVENTS,
                key,
                "parcel.Moved.v1",
                "parcel-service",
                Instant.parse("2026-11-24T01:02:03.456Z"),
                "{\"to\":\"旺角\"}".getBytes(UTF_8));

        QuarkusTransaction.requiringNew().run(() -> outbox.add(event));

        await().until(() -> parcels.handled(key), List.of("{\"to\":\"旺角\"}")::equals);
        var record = probe.await(ParcelTopics.EVENTS, key, "parcel.Moved.v1");
        assertThat(header(record, "ce_specversion")).isEqualTo("1.0");
        assertThat(header(record, "ce_id")).isEqualTo(id.toString());
        assertThat(header(record, "ce_source")).isEqualTo("parcel-service");
        assertThat(header(record, "ce_time")).isEqualTo("2026-11-24T01:02:03.456Z");
        assertThat(header(record, "content-type")).isEqualTo("application/json");
    }

    @Test
    void rolling_the_business_transaction_back_publishes_nothing() {
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    outbox.add(event("undone"));
                    throw new IllegalStateException("the business says no");
                }))
                .hasMessageContaining("the business says no");
        QuarkusTransaction.requiringNew().run(() -> outbox.add(event("done")));

        await().until(() -> !parcels.handled(key).isEmpty());
        assertThat(probe.records(ParcelTopics.EVENTS, key).stream().map(KafkaProbe::json))
                .containsExactly("done");
    }

    @Test
    void an_event_cannot_be_added_outside_a_transaction() {
        assertThatThrownBy(() -> outbox.add(event("stray"))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void events_of_a_key_keep_the_order_of_their_transactions_under_concurrent_writers() {
        List<String> keys =
                IntStream.range(0, 4).mapToObj(number -> key + "-" + number).toList();
        keys.forEach(this::createParcel);

        try (var writers = Executors.newFixedThreadPool(8)) {
            for (int round = 0; round < 25; round++) {
                keys.forEach(each -> writers.submit(() -> move(each)));
            }
        }

        List<String> inOrder =
                IntStream.rangeClosed(1, 25).mapToObj(Integer::toString).toList();
        for (String each : keys) {
            await().until(() -> parcels.handled(each).size() >= 25);
            assertThat(parcels.handled(each)).isEqualTo(inOrder);
            assertThat(probe.records(ParcelTopics.EVENTS, each).stream().map(KafkaProbe::json))
                    .containsExactlyElementsOf(inOrder);
        }
    }

    @Test
    void the_trace_of_the_request_goes_on_in_the_consumer() {
        SpanContext request = SpanContext.create(
                "0af7651916cd43dd8448eb211c80319c",
                "b7ad6b7169203331",
                TraceFlags.getSampled(),
                TraceState.getDefault());

        try (var _ = Span.wrap(request).makeCurrent()) {
            QuarkusTransaction.requiringNew().run(() -> outbox.add(event("traced")));
        }

        await().until(() -> !parcels.handled(key).isEmpty());
        assertThat(parcels.handled())
                .contains(new Parcels.Handled(
                        key, "traced", Optional.of("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")));
    }

    private OutgoingEvent event(String json) {
        return ParcelEvents.event(key, json);
    }

    private void createParcel(String name) {
        QuarkusTransaction.requiringNew().call(() -> {
            try (var connection = dataSource.getConnection();
                    var insert = connection.prepareStatement("insert into parcel (name) values (?)")) {
                insert.setString(1, name);
                return insert.executeUpdate();
            }
        });
    }

    private void move(String name) {
        QuarkusTransaction.requiringNew()
                .run(() -> outbox.add(ParcelEvents.event(name, Integer.toString(nextVersion(name)))));
    }

    private int nextVersion(String name) {
        try (var connection = dataSource.getConnection();
                var update = connection.prepareStatement(
                        "update parcel set version = version + 1 where name = ? returning version")) {
            update.setString(1, name);
            try (var updated = update.executeQuery()) {
                updated.next();
                return updated.getInt(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), UTF_8);
    }
}
