package org.mobiletoken.enrolment.neighbours;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;
import org.mobiletoken.enrolment.neighbours.LockoutApi.FreezeChecks;
import org.mobiletoken.enrolment.neighbours.LockoutApi.FreezeNow;
import org.mobiletoken.groupcommit.GroupCommit;
import org.mobiletoken.http.ProblemException;

/** Whether customers are frozen, asked of lockout-service at once for all of whom it is to be known while one answer is on its way. */
@ApplicationScoped
class FreezesTogether {

    /** A customer about whom somebody waits to know. */
    private static final class Asked {
        private final String customerId;
        private @Nullable FreezeNow now;
        private boolean unavailable;

        Asked(String customerId) {
            this.customerId = customerId;
        }

        String customerId() {
            return customerId;
        }
    }

    private final LockoutApi api;
    private final GroupCommit<Asked> group;

    FreezesTogether(@RestClient LockoutApi api) {
        this.api = api;
        this.group = new GroupCommit<>("freezes-together", Asked::customerId, this::ask);
    }

    void start(@Observes StartupEvent start) {
        group.start();
    }

    void stop(@Observes ShutdownEvent stop) {
        group.close();
    }

    /** How the customer stands; nothing where that is to be asked alone, of a lockout-service that knows no other way. */
    Optional<FreezeNow> of(String customerId) {
        var asked = new Asked(customerId);
        group.await(asked);
        if (asked.unavailable) {
            throw Unavailable.now();
        }
        return Optional.ofNullable(asked.now);
    }

    private void ask(List<Asked> together) {
        var request = new LockoutApi.FreezeCheck(
                together.stream().map(Asked::customerId).toList());
        try {
            Map<String, FreezeNow> answers =
                    Calls.ask(Lockout.NAME, () -> api.freezes(request), FreezesTogether::byCustomer);
            together.forEach(asked -> asked.now = answers.get(asked.customerId));
        } catch (ProblemException unavailable) {
            together.forEach(asked -> asked.unavailable = true);
        }
    }

    private static Map<String, FreezeNow> byCustomer(Response response) {
        return switch (response.getStatus()) {
            case 200 ->
                Answers.read(response, FreezeChecks.class).customers().stream()
                        .collect(Collectors.toMap(FreezeNow::customerId, Function.identity()));
            case 404 -> Map.of();
            default -> throw Unavailable.now();
        };
    }
}
