package org.mobiletoken.gatling;

import static io.gatling.javaapi.core.CoreDsl.StringBody;
import static io.gatling.javaapi.core.CoreDsl.csv;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.feed;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.Simulation;

/** Customers type codes in, each once; whether it is the right one is known. */
public final class VerificationSimulation extends Simulation {
    public VerificationSimulation() {
        var verify = http("verification")
                .post("/v1/otps/#{otpId}/verification")
                .header("Authorization", "Bearer " + Given.accessToken())
                .body(StringBody("{\"customerId\":\"#{customer}\",\"code\":\"#{typed}\"}"))
                .check(
                        status().saveAs(Clients.ANSWERED),
                        status().is(session -> Integer.valueOf(session.getString("expected"))));
        setUp(new Clients().repeat(feed(csv(Given.feed()).queue()), exec(verify)));
    }
}
