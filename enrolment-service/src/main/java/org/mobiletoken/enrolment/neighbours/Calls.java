package org.mobiletoken.enrolment.neighbours;

import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.Response;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** Asks a neighbour once: no answer, and an answer that cannot be read, both mean that it is unavailable. */
final class Calls {

    private static final Logger LOG = Logger.getLogger(Calls.class);

    private Calls() {}

    static <T> T ask(String neighbour, Supplier<Response> call, Function<Response, T> reading) {
        try (Response response = call.get()) {
            return reading.apply(response);
        } catch (ProcessingException failure) {
            LOG.warnf("%s did not answer: %s", neighbour, failure.getClass().getSimpleName());
            throw Unavailable.now();
        }
    }
}
