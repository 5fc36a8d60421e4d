package org.mobiletoken.operations;

import static io.restassured.RestAssured.given;

import io.quarkus.test.common.WithTestResource;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.mobiletoken.testing.KafkaProbe;
import org.mobiletoken.testing.KafkaResource;
import org.mobiletoken.testing.MovableClock;
import org.mobiletoken.testing.PostgresResource;
import org.mobiletoken.testing.TestTokens;
import org.mobiletoken.testing.TokensResource;

/** A key of its own for each test, and two operators. */
@WithTestResource(PostgresResource.class)
@WithTestResource(KafkaResource.class)
@WithTestResource(TokensResource.class)
@WithTestResource(ParcelTopics.class)
abstract class OperationsTest {
    static final Map<String, Object> GROUNDS = Map.of("reason", "The depot has been repaired", "ticket", "OPS-17");
    static final String TYPE = "parcel.Moved.v1";

    @Inject
    Parcels parcels;

    @Inject
    MovableClock clock;

    final String key = UUID.randomUUID().toString();
    KafkaProbe probe;

    @BeforeEach
    void open() {
        probe = KafkaProbe.open();
    }

    @AfterEach
    void close() {
        probe.close();
    }

    static RequestSpecification ng() {
        return as(TestTokens.staff("operator.ng", "operations"));
    }

    static RequestSpecification lee() {
        return as(TestTokens.service("tokenctl-of-lee", "operations"));
    }

    static RequestSpecification as(String token) {
        return given().auth().preemptive().oauth2(token).contentType("application/json");
    }

    static Response get(String path) {
        return ng().get("/v1/operations/" + path);
    }

    static Response post(String path, Object body) {
        return ng().body(body).post("/v1/operations/" + path);
    }

    /** Publishes an event of this test's key; its payload begins with the key. */
    UUID publish(String name) {
        UUID id = UUID.randomUUID();
        probe.publish(ParcelTopics.EVENTS, key, id, TYPE, "parcel-service", key + name);
        return id;
    }

    void awaitHandled(String... names) {
        List<String> expected = List.of(names).stream().map(name -> key + name).toList();
        await().until(() -> parcels.handled(key), expected::equals);
    }

    /** What the history says of a subject, newest first. */
    static List<String> outcomesOf(String subjectPart) {
        return get("history?limit=500")
                .jsonPath()
                .param("part", subjectPart)
                .getList("findAll { it.subject.contains(part) }.outcome", String.class);
    }

    static ConditionFactory await() {
        return Awaitility.await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(50));
    }
}
