package org.mobiletoken.http;

import static io.restassured.RestAssured.given;

import io.quarkus.test.common.WithTestResource;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.BeforeEach;
import org.mobiletoken.testing.PostgresResource;
import org.mobiletoken.testing.TestTokens;
import org.mobiletoken.testing.TokensResource;

/** What the tests over HTTP share: the servers and a customer. */
@WithTestResource(PostgresResource.class)
@WithTestResource(TokensResource.class)
abstract class HttpApiTest {
    static final String CHAN = "11111111-1111-4111-8111-111111111111";
    static final String WONG = "22222222-2222-4222-8222-222222222222";

    @BeforeEach
    void everythingWorks() {
        Things.made.set(0);
        Things.nextStatus = 201;
    }

    static RequestSpecification chan() {
        return as(TestTokens.customer(CHAN, "investment"));
    }

    static RequestSpecification as(String token) {
        return given().auth().preemptive().oauth2(token).contentType("application/json");
    }
}
