package org.mobiletoken.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.mobiletoken.bank.Api;
import org.mobiletoken.bank.Identity;
import org.mobiletoken.bank.Waiting;

/** Two operators at the services' endpoints for operations: one plans and runs, the other approves. */
final class Operators {
    private static final String REBUILDS = "/v1/operations/rebuilds";
    private static final String REPLAYS = "/v1/operations/replays";
    private static final Map<String, Object> GROUNDS = Map.of("reason", "A benchmark", "ticket", "BENCH-1");
    private static final int OK = 200;
    private static final int CREATED = 201;

    private final Api first;
    private final Api second;

    Operators(Platform platform) {
        this.first = new Api(Identity.ofClient(platform.endpoints(), "tokenctl"));
        this.second = new Api(Identity.ofClient(platform.endpoints(), "tokenctl-approver"));
    }

    JsonNode status(URI service) {
        return first.get(service, "/v1/operations/status").expect(OK).body();
    }

    /** Plans a rebuild; returns its id. */
    String planRebuild(URI service, String projection) {
        return first.post(service, REBUILDS, Map.of("projection", projection))
                .expect(CREATED)
                .text("id");
    }

    /** Runs a rebuild to its end; returns it. */
    JsonNode runRebuild(URI service, String id, Duration patience) {
        first.post(service, REBUILDS + "/" + id + "/run", GROUNDS).expect(OK);
        return ended(service, REBUILDS + "/" + id, patience);
    }

    /** How what was made anew differs from what was there. */
    JsonNode difference(URI service, String rebuild) {
        return first.get(service, REBUILDS + "/" + rebuild + "/difference")
                .expect(OK)
                .body();
    }

    /** Ends a rebuild that was only made to be compared. */
    void abortRebuild(URI service, String id) {
        first.post(service, REBUILDS + "/" + id + "/abort", GROUNDS).expect(OK);
    }

    /** Plans, approves and runs a replay of everything that a consumer's topic holds; returns it once it has ended. */
    JsonNode replay(URI service, String consumer, int eventsPerSecond, Duration patience) {
        JsonNode plan = first.post(service, REPLAYS, Map.of("consumer", consumer))
                .expect(CREATED)
                .body();
        String path = REPLAYS + "/" + plan.path("id").asText();
        String hash = plan.path("hash").asText();
        second.post(service, path + "/approval", Map.of("hash", hash)).expect(OK);
        Map<String, Object> run = new HashMap<>(GROUNDS);
        run.put("hash", hash);
        run.put("eventsPerSecond", eventsPerSecond);
        first.post(service, path + "/run", run).expect(OK);
        return ended(service, path, patience);
    }

    private JsonNode ended(URI service, String path, Duration patience) {
        return Waiting.until(
                path + " has not ended",
                patience,
                () -> Optional.of(first.get(service, path).expect(OK).body())
                        .filter(found -> !found.path("state").asText().equals("RUNNING")));
    }
}
