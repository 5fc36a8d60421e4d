package org.mobiletoken.load;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.mobiletoken.bank.Waiting;
import org.mobiletoken.stack.ServiceName;
import org.mobiletoken.stack.Topics;

/**
 * What enrolment-service has told of very many customers, four events of each, and sync-service's copy as if it had heard them: in
 * mobile banking a token with biometric login, in the other app one that was disabled again.
 */
final class TokenStories {
    static final int EVENTS_EACH = 4;

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String TOPIC = "mobile-token.enrolment.v1";
    private static final String GROUP = "sync-service";
    private static final String AT = "2026-11-01T06:00:00Z";
    private static final String KNOWN = """
            insert into token_state (customer_id, app, token_id, credential_id, key_thumbprint, enabled, effective_at,
                biometric, version)
            select 'story-' || n, app, md5('story-' || n || app)::uuid, md5('story-' || n)::uuid, md5('story-' || n || app),
                app = 'mobile-banking', '2026-11-01T06:00:00Z', app = 'mobile-banking',
                case app when 'mobile-banking' then 3 else 4 end
            from generate_series(0, %d) n, (values ('mobile-banking'), ('investment')) apps (app)""";

    private TokenStories() {}

    /** To be called while sync-service is stopped: its group goes on behind these events. */
    static void tell(Platform platform, int customers) {
        publish(platform.endpoints().kafka(), customers);
        var database = platform.stack().database(ServiceName.SYNC);
        try (Connection connection =
                        DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password());
                var statement = connection.createStatement()) {
            statement.executeUpdate(KNOWN.formatted(customers - 1));
            statement.execute("analyze token_state");
        } catch (SQLException e) {
            throw new IllegalStateException("The copy could not be written", e);
        }
        goOnBehind(platform.endpoints().kafka());
    }

    private static void publish(String kafka, int customers) {
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka, "acks", "all", "linger.ms", 20),
                new StringSerializer(),
                new ByteArraySerializer())) {
            for (int number = 0; number < customers; number++) {
                String customer = "story-" + number;
                producer.send(enabled(customer, "mobile-banking", 1));
                producer.send(enabled(customer, "investment", 2));
                producer.send(record(
                        customer,
                        "BiometricEnabled",
                        token(customer, "mobile-banking") + ",\"at\":\"" + AT + "\",\"version\":3}"));
                producer.send(record(
                        customer,
                        "TokenDisabled",
                        token(customer, "investment")
                                + ",\"cause\":\"BANK\",\"deviceName\":\"Pixel 12\",\"biometricEnded\":false,\"disabledAt\":\""
                                + AT + "\",\"version\":4}"));
            }
        }
    }

    private static ProducerRecord<String, byte[]> enabled(String customer, String app, int version) {
        return record(
                customer,
                "TokenEnabled",
                token(customer, app) + ",\"keyThumbprint\":\"" + md5(customer + app)
                        + "\",\"cause\":\"ENABLED\",\"deviceName\":\"Pixel 12\",\"enabledAt\":\"" + AT
                        + "\",\"effectiveAt\":\"" + AT + "\",\"version\":" + version + "}");
    }

    private static String token(String customer, String app) {
        return "{\"customerId\":\"" + customer + "\",\"credentialId\":\"" + uuid(customer) + "\",\"tokenId\":\""
                + uuid(customer + app) + "\",\"app\":\"" + app + "\"";
    }

    private static ProducerRecord<String, byte[]> record(String customer, String name, String json) {
        var event = new ProducerRecord<>(TOPIC, customer, json.getBytes(StandardCharsets.UTF_8));
        Map.of(
                        "ce_specversion",
                        "1.0",
                        "ce_id",
                        uuid(json).toString(),
                        "ce_type",
                        "mobile-token.enrolment." + name + ".v1",
                        "ce_source",
                        "enrolment-service",
                        "ce_time",
                        AT,
                        "content-type",
                        "application/json")
                .forEach((header, value) -> event.headers().add(header, value.getBytes(StandardCharsets.UTF_8)));
        return event;
    }

    private static void goOnBehind(String kafka) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka))) {
            Waiting.until(
                    GROUP + " still reads",
                    PATIENCE,
                    () -> Optional.of(isIdle(admin)).filter(idle -> idle));
            var ends = admin.listOffsets(IntStream.range(0, Topics.PARTITIONS)
                            .mapToObj(number -> new TopicPartition(TOPIC, number))
                            .collect(Collectors.toMap(each -> each, _ -> OffsetSpec.latest())))
                    .all()
                    .get();
            admin.alterConsumerGroupOffsets(
                            GROUP,
                            ends.entrySet().stream()
                                    .collect(Collectors.toMap(
                                            Map.Entry::getKey,
                                            end -> new OffsetAndMetadata(
                                                    end.getValue().offset()))))
                    .all()
                    .get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("The offsets of " + GROUP + " could not be moved", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }

    private static boolean isIdle(Admin admin) {
        try {
            return admin.describeConsumerGroups(Set.of(GROUP)).all().get().values().stream()
                    .allMatch(group -> group.members().isEmpty());
        } catch (ExecutionException e) {
            throw new IllegalStateException("The broker does not tell who reads as " + GROUP, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }

    /** As PostgreSQL casts the same digest. */
    private static UUID uuid(String of) {
        var digest = new BigInteger(md5(of), 16);
        return new UUID(digest.shiftRight(Long.SIZE).longValue(), digest.longValue());
    }

    private static String md5(String of) {
        try {
            return String.format(
                    "%032x",
                    new BigInteger(1, MessageDigest.getInstance("MD5").digest(of.getBytes(StandardCharsets.UTF_8))));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
