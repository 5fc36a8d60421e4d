package org.mobiletoken.journeys;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.mobiletoken.bank.Branch;
import org.mobiletoken.bank.DemoClock;
import org.mobiletoken.bank.Endpoints;
import org.mobiletoken.bank.EventLog;
import org.mobiletoken.bank.Gateway;
import org.mobiletoken.bank.PaymentSystem;
import org.mobiletoken.stack.LocalStack;

/** The packaged platform, started once for all journeys, and the bank's systems around it. */
final class Platform implements ExtensionContext.Store.CloseableResource {
    static final String INVESTMENT = "investment";
    static final String MOBILE_BANKING = "mobile-banking";

    private final LocalStack stack;
    private final TraceCollector traces;
    private final Endpoints endpoints;
    private final DemoClock clock;
    private final Map<String, Gateway> gateways;
    private final Branch branch;
    private final PaymentSystem payments;
    private final EventLog events;

    Platform(LocalStack stack, TraceCollector traces) {
        this.stack = stack;
        this.traces = traces;
        this.endpoints = Endpoints.read(stack.endpoints());
        this.clock = new DemoClock(endpoints);
        this.gateways = List.of(INVESTMENT, MOBILE_BANKING).stream()
                .collect(Collectors.toUnmodifiableMap(app -> app, app -> new Gateway(endpoints, app)));
        this.branch = new Branch(endpoints, "officer.ho", "approver.lam", "demo");
        this.payments = new PaymentSystem(endpoints);
        this.events = new EventLog(endpoints);
    }

    LocalStack stack() {
        return stack;
    }

    /** Spans of the requests that asked to be traced. */
    TraceCollector traces() {
        return traces;
    }

    Endpoints endpoints() {
        return endpoints;
    }

    DemoClock clock() {
        return clock;
    }

    Gateway gateway(String app) {
        return gateways.get(app);
    }

    Branch branch() {
        return branch;
    }

    PaymentSystem payments() {
        return payments;
    }

    /** Everything published since the platform started. */
    EventLog events() {
        return events;
    }

    /** Puts a record on a topic as only its owner should, and returns once the broker has it. */
    void forge(String topic, String type, String key, String json) {
        var record = new ProducerRecord<>(topic, key, json.getBytes(StandardCharsets.UTF_8));
        Map.of(
                        "ce_id", UUID.randomUUID().toString(),
                        "ce_type", type,
                        "ce_source", "/sync-service",
                        "ce_time", "2026-03-01T12:00:00Z",
                        "ce_specversion", "1.0",
                        "content-type", "application/json")
                .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", endpoints.kafka(), "acks", "all"),
                new StringSerializer(),
                new ByteArraySerializer())) {
            producer.send(record);
            producer.flush();
        }
    }

    @Override
    public void close() {
        events.close();
        stack.close();
        traces.close();
    }
}
