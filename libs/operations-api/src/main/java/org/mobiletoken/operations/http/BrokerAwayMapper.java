package org.mobiletoken.operations.http;

import jakarta.ws.rs.core.Response;
import java.time.Duration;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.mobiletoken.http.Problem;
import org.mobiletoken.operations.kafka.BrokerAway;

/** While the broker is away its topics cannot be looked at; nothing has been done. */
class BrokerAwayMapper {
    @ServerExceptionMapper(BrokerAway.class)
    Response away(BrokerAway away) {
        return Problem.of(OperationsProblems.BROKER_AWAY)
                .with("detail", "The broker does not answer, and nothing has been done. Try again once it is back.")
                .retryAfter(Duration.ofSeconds(10))
                .toResponse();
    }
}
