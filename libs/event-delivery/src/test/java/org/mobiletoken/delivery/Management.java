package org.mobiletoken.delivery;

import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;

/** What probes and operations see of the application under test. */
final class Management {
    private Management() {}

    static ValidatableResponse health(String kind) {
        return RestAssured.get("/q/health/" + kind).then();
    }

    static String metrics() {
        return RestAssured.get("/q/metrics").asString();
    }
}
