package org.mobiletoken.gatling;

import static io.gatling.javaapi.core.CoreDsl.asLongAs;
import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.http;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.PopulationBuilder;
import io.gatling.javaapi.core.Session;
import java.util.concurrent.atomic.AtomicBoolean;

/** So many clients, each with a connection of its own, each of which begins the next operation when the one before has ended. */
final class Clients {
    /** Where a request keeps the status of its answer, for the sentence about the first that is wrong. */
    static final String ANSWERED = "answered";

    private static final String BEGAN = "began";

    private final Tally tally = new Tally();
    private final AtomicBoolean failed = new AtomicBoolean();

    /**
     * Clients of the service that the benchmark names, until it asks for no more.
     *
     * @param prepared what the operation needs and nobody times
     * @param operation one request or several; it has gone wrong when a check fails or no answer comes
     */
    PopulationBuilder repeat(ChainBuilder prepared, ChainBuilder operation) {
        tally.start();
        return scenario("clients")
                .exec(asLongAs(_ -> tally.isAsked())
                        .on(exec(prepared).exec(this::begin).exec(operation).exec(this::end)))
                .injectOpen(atOnceUsers(Given.clients()))
                .protocols(http.baseUrl(Given.target())
                        .contentTypeHeader("application/json")
                        .disableFollowRedirect());
    }

    private Session begin(Session session) {
        return session.remove(ANSWERED).set(BEGAN, System.nanoTime());
    }

    private Session end(Session session) {
        if (session.isFailed()) {
            tally.failed();
            if (!failed.getAndSet(true)) {
                System.err.println(
                        session.contains(ANSWERED) ? "Answered " + session.getInt(ANSWERED) : "No answer has come");
            }
        } else {
            tally.done(System.nanoTime() - session.getLong(BEGAN));
        }
        return session.markAsSucceeded();
    }
}
