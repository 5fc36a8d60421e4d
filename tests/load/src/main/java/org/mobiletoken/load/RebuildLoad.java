package org.mobiletoken.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.mobiletoken.stack.ServiceName;
import org.mobiletoken.stack.ServiceProcess;

/**
 * sync-service's copy of the tokens made anew from a million events, as an operator has it done: from the first event of the topic
 * into the table beside, and equal to the live one at the end.
 */
final class RebuildLoad implements Scenario {
    private static final Duration PATIENCE = Duration.ofMinutes(15);
    private static final String ANSWER = "{\"answer\":\"REMIND_NEXT_TIME\",\"sourceApp\":\"mobile-banking\"}";
    private static final int CREATED = 201;

    @Override
    public Set<ServiceName> services() {
        return Set.of(ServiceName.SYNC);
    }

    @Override
    public void warmUp(Platform platform, Size size) {
        ServiceProcess sync = platform.stack().service(ServiceName.SYNC);
        sync.stop();
        TokenStories.tell(platform, customers(size));
        sync.start();
        // an event of its own, so that the service has a producer, whose settings are looked at
        String token = platform.session("somebody", "investment");
        platform.http(ServiceName.SYNC, 1)
                .as(token)
                .post(sync.url(), "/v1/sync-offer/answers", ANSWER)
                .expect(CREATED);
    }

    @Override
    public Report measure(Platform platform, Size size) {
        URI sync = platform.replicas(ServiceName.SYNC).getFirst();
        var operators = new Operators(platform);
        String rebuild = operators.planRebuild(sync, "token-states");
        CpuTime cpu = platform.cpu();
        long begin = System.nanoTime();
        JsonNode built = operators.runRebuild(sync, rebuild, PATIENCE);
        double seconds = (System.nanoTime() - begin) / 1e9;
        Map<String, Double> used = platform.cpu().since(cpu);
        JsonNode difference = operators.difference(sync, rebuild);
        long events = (long) customers(size) * TokenStories.EVENTS_EACH;
        Report report = new Report()
                .condition("operation", "apply an event of the topic to the copy that is made anew")
                .condition("customers", customers(size))
                .exactly("events", events, built.path("done").asLong())
                .figure("seconds", seconds)
                .figure("rate_per_s", events / seconds)
                .exactly(
                        "differences",
                        0,
                        difference.path("different").asLong()
                                + difference.path("ahead").asLong()
                                + difference.path("onlyLive").asLong())
                .exactly("same", 2L * customers(size), difference.path("same").asLong());
        if (CpuTime.isKnown()) {
            used.forEach((part, millis) -> report.figure("cpu_ms_" + part.replace('-', '_'), millis / events));
        }
        return report;
    }

    private static int customers(Size size) {
        return size.of(10_000, 250_000);
    }
}
