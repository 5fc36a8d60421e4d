package org.mobiletoken.gatling;

import static io.gatling.javaapi.core.CoreDsl.csv;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.feed;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.Simulation;

/** Customers in session ask in turn how their token stands. */
public final class StatusSimulation extends Simulation {
    public StatusSimulation() {
        var look = http("status")
                .get("/v1/token")
                .header("Authorization", "Bearer #{accessToken}")
                .check(status().saveAs(Clients.ANSWERED), status().is(200));
        setUp(new Clients().repeat(feed(csv(Given.feed()).circular()), exec(look)));
    }
}
