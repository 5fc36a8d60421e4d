package org.mobiletoken.gatling;

import static io.gatling.javaapi.core.CoreDsl.StringBody;
import static io.gatling.javaapi.core.CoreDsl.csv;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.feed;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.Simulation;
import java.util.UUID;

/** Attempts of customers in turn are reserved and settled. */
public final class AttemptSimulation extends Simulation {
    public AttemptSimulation() {
        String authorization = "Bearer " + Given.accessToken();
        var reserve = http("reservation")
                .post("/v1/attempts")
                .header("Authorization", authorization)
                .body(StringBody("""
                        {"attemptId":"#{attemptId}","customerId":"#{customer}","app":"mobile-banking",\
                        "purpose":"login","tokenId":"#{attemptId}"}"""))
                .check(status().saveAs(Clients.ANSWERED), status().is(201));
        var settle = http("settlement")
                .put("/v1/attempts/#{attemptId}")
                .header("Authorization", authorization)
                .body(StringBody("{\"customerId\":\"#{customer}\",\"outcome\":\"#{outcome}\"}"))
                .check(status().saveAs(Clients.ANSWERED), status().is(200));
        setUp(new Clients()
                .repeat(
                        feed(csv(Given.feed()).circular())
                                .exec(session -> session.set(
                                        "attemptId", UUID.randomUUID().toString())),
                        exec(reserve).exec(settle)));
    }
}
