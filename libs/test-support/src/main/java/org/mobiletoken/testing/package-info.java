/**
 * What a test needs around it: a real PostgreSQL, a real Kafka, access tokens, a clock that can be moved and the
 * architecture rules.
 *
 * <p>PostgreSQL, Kafka and tokens for a {@code @QuarkusTest}. One cluster and one broker serve the whole JVM; each
 * application that Quarkus starts gets a database of its own:
 *
 * <pre>{@code
 * @QuarkusTest
 * @QuarkusTestResource(PostgresResource.class)
 * @QuarkusTestResource(KafkaResource.class)
 * @QuarkusTestResource(TokensResource.class)
 * class EnableTokenTest {
 * }</pre>
 *
 * <p>Tokens, shaped like those of the identity provider:
 *
 * <pre>{@code
 * given().auth().oauth2(TestTokens.customer(customerId, "investment"))
 *     .when().get("/v1/token")
 *     .then().statusCode(200);
 * }</pre>
 *
 * <p>Time. The clock is put back before every test, and {@code java.time.Clock} and {@code BusinessClock} are this one:
 *
 * <pre>{@code
 * @Inject MovableClock clock;
 * …
 * clock.advance(Duration.ofHours(6));
 * clock.standStillAt(Instant.parse("2026-11-24T06:00:00Z"));
 * }</pre>
 *
 * <p>Events from outside, and what the service published:
 *
 * <pre>{@code
 * try (KafkaProbe probe = KafkaProbe.open()) {
 *     probe.publish("mobile-token.sync.v1", customerId, UUID.randomUUID(), "mobile-token.sync.…v1", "sync-service", json);
 *     var seen = probe.await("mobile-token.enrolment.v1", record -> customerId.equals(record.key()));
 * }
 * }</pre>
 *
 * <p>Architecture:
 *
 * <pre>{@code
 * @AnalyzeClasses(packages = "org.mobiletoken.enrolment", importOptions = ImportOption.DoNotIncludeTests.class)
 * class ArchitectureTest {
 *     @ArchTest static final ArchTests RULES = ArchTests.in(ArchitectureRules.class);
 * }
 * }</pre>
 */
@org.jspecify.annotations.NullMarked
package org.mobiletoken.testing;
