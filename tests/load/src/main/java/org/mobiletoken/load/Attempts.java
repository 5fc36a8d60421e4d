package org.mobiletoken.load;

import java.net.URI;
import java.util.UUID;
import org.mobiletoken.stack.ServiceName;

/** Reserves and settles attempts at lockout-service, as enrolment-service does. */
final class Attempts {
    private static final String PATH = "/v1/attempts";
    private static final int WRONG_UNTIL_FROZEN = 6;

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
                "{\"customerId\":\"" + customer + "\",\"outcome\":\"" + outcome(accepted) + "\"}");
    }

    /** As lockout-service calls it. */
    static String outcome(boolean accepted) {
        return accepted ? "ACCEPTED" : "REJECTED";
    }

    /** Six wrong passcodes in a row, without the hashing that would only cost time. */
    void freeze(URI lockout, String customer, String app) {
        for (int i = 0; i < WRONG_UNTIL_FROZEN; i++) {
            UUID attempt = RandomIds.next();
            reserve(lockout, attempt, customer, app).expect(201);
            settle(lockout, attempt, customer, false).expect(200);
        }
    }
}
