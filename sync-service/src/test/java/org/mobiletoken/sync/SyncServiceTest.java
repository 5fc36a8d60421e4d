package org.mobiletoken.sync;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.mobiletoken.events.Event;
import org.mobiletoken.events.EventTypes;
import org.mobiletoken.events.Topics;
import org.mobiletoken.events.enrolment.TokenDisabled;
import org.mobiletoken.events.enrolment.TokenEnabled;
import org.mobiletoken.sync.postgres.TokenStates;
import org.mobiletoken.testing.KafkaProbe;
import org.mobiletoken.testing.KafkaResource;
import org.mobiletoken.testing.MovableClock;
import org.mobiletoken.testing.PostgresResource;
import org.mobiletoken.testing.TestTokens;
import org.mobiletoken.testing.TokensResource;

/** A customer of their own for every test, and what the neighbours would say and hear. */
@WithTestResource(PostgresResource.class)
@WithTestResource(KafkaResource.class)
@WithTestResource(TokensResource.class)
@WithTestResource(FakeNeighbours.class)
abstract class SyncServiceTest {
    static final String BANKING = "mobile-banking";
    static final String INVESTMENT = "investment";
    static final String KEY = "thumbprint-of-the-other-app";

    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    MovableClock clock;

    @Inject
    TokenStates tokens;

    @Inject
    DataSource dataSource;

    @ConfigProperty(name = "mobile-token.urls.enrolment")
    String neighbours;

    final String customer = UUID.randomUUID().toString();
    final UUID credential = UUID.randomUUID();

    RequestSpecification in(String app) {
        return as(TestTokens.customer(customer, app));
    }

    static RequestSpecification as(String token) {
        return given().auth().preemptive().oauth2(token).contentType("application/json");
    }

    /** The customer's token in an app, as enrolment-service tells it; returns once it is known here. */
    UUID enabled(String app, String key, long version) {
        UUID token = UUID.randomUUID();
        tell(enabledEvent(app, token, key, null, version));
        awaitKnown(app, version);
        return token;
    }

    TokenEnabled enabledEvent(String app, UUID token, String key, @Nullable UUID approval, long version) {
        Instant now = clock.instant();
        return new TokenEnabled(
                customer,
                credential,
                token,
                app,
                key,
                approval == null ? TokenEnabled.Cause.ENABLED : TokenEnabled.Cause.SYNCHRONISED,
                approval,
                "Pixel 12",
                now,
                now,
                version);
    }

    TokenDisabled disabledEvent(String app, UUID token, TokenDisabled.Cause cause, long version) {
        return new TokenDisabled(customer, credential, token, app, cause, "Pixel 12", false, clock.instant(), version);
    }

    void awaitKnown(String app, long version) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> QuarkusTransaction.requiringNew()
                        .call(() -> tokens.of(customer).stream()
                                .anyMatch(state -> state.app().equals(app) && state.version() >= version)));
    }

    UUID tell(Event event) {
        UUID id = UUID.randomUUID();
        try (KafkaProbe probe = KafkaProbe.open()) {
            probe.publish(
                    EventTypes.topicOf(event.getClass()),
                    customer,
                    id,
                    EventTypes.of(event.getClass()),
                    "test",
                    new String(EventTypes.json(event), StandardCharsets.UTF_8));
        }
        return id;
    }

    /** What this service has told about the customer so far. */
    List<ConsumerRecord<String, byte[]>> told(Class<? extends Event> event) {
        try (KafkaProbe probe = KafkaProbe.open()) {
            return probe.records(Topics.SYNC, customer).stream()
                    .filter(record -> KafkaProbe.type(record).equals(EventTypes.of(event)))
                    .toList();
        }
    }

    /** Waits until this service tells it. */
    JsonNode awaitTold(Class<? extends Event> event) {
        try (KafkaProbe probe = KafkaProbe.open()) {
            return JSON.readTree(
                    probe.await(Topics.SYNC, customer, EventTypes.of(event)).value());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Synchronises investment from mobile banking; the proof says what its verification comes to. */
    Response synchronise(String proof, UUID approval) {
        return in(INVESTMENT).body(request(proof, approval)).post("/v1/syncs");
    }

    static Map<String, String> request(String proof, UUID approval) {
        return Map.of(
                "sourceApp",
                BANKING,
                "proof",
                proof,
                "targetProof",
                approval.toString(),
                "termsVersion",
                FakeNeighbours.TERMS_VERSION);
    }

    void release(UUID approval) {
        given().post(neighbours + "/release/" + approval).then().statusCode(200);
    }

    /** The first column of what a query with the customer as its only parameter finds. */
    List<String> rows(String sql) {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(sql)) {
            statement.setString(1, customer);
            try (var result = statement.executeQuery()) {
                List<String> found = new ArrayList<>();
                while (result.next()) {
                    found.add(result.getString(1));
                }
                return found;
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
