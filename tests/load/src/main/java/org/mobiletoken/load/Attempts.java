package org.mobiletoken.load;

import java.net.URI;
import java.util.UUID;
import org.mobiletoken.stack.ServiceName;

/** Reserves and settles attempts at lockout-service, as enrolment-service does. */
final class Attempts {
    private static final String PATH = "/v1/attempts";

    private final Http http;

    Attempts(Platform platform, int connections) {
        this.http = platform.http(ServiceName.ENROLMENT, connections);
    }

    Http.Answer reserve(URI lockout, UUID attempt, String customer, String app) {
        return http.post(
                lockout,
                PATH,
                "{\"attemptId\":\"" + attempt + "\",\"customerId\":\"" + customer + "\",\"app\":\"" + app
                        + "\",\"purpose\":\"login\",\"tokenId\":\"" + attempt + "\"}");
    }

    Http.Answer settle(URI lockout, UUID attempt, String customer, boolean accepted) {
        return http.put(
                lockout,
                PATH + "/" + attempt,
                "{\"customerId\":\"" + customer + "\",\"outcome\":\"" + (accepted ? "ACCEPTED" : "REJECTED") + "\"}");
    }
}
