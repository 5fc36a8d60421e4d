package org.mobiletoken.journeys;

import static java.net.http.HttpClient.Version.HTTP_1_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mobiletoken.journeys.Platform.INVESTMENT;
import static org.mobiletoken.journeys.Platform.MOBILE_BANKING;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mobiletoken.bank.Answer;
import org.mobiletoken.bank.Api;
import org.mobiletoken.bank.EventLog;
import org.mobiletoken.bank.Identity;
import org.mobiletoken.stack.ServiceName;
import org.mobiletoken.stack.ServiceProcess;

@ExtendWith(PlatformExtension.class)
class TwoLockoutServicesIT {
    private static final Map<String, String> SHUTDOWN_AS_THE_CHARTS_HAVE_IT =
            Map.of("QUARKUS_SHUTDOWN_DELAY", "3s", "QUARKUS_SHUTDOWN_TIMEOUT", "35s");

    private final Platform platform;
    private final Api caller;
    private final ServiceProcess replica;
    private final String customer = UUID.randomUUID().toString();

    TwoLockoutServicesIT(Platform platform) {
        this.platform = platform;
        this.caller = new Api(Identity.ofClient(platform.endpoints(), "enrolment-service"));
        this.replica = platform.stack().replica(ServiceName.LOCKOUT, SHUTDOWN_AS_THE_CHARTS_HAVE_IT);
    }

    @BeforeEach
    void start() {
        replica.start();
    }

    @AfterEach
    void stop() {
        replica.stop();
    }

    @Test
    void together_they_let_six_of_two_hundred_guesses_be_verified_and_tell_of_one_freeze_and_one_end()
            throws Exception {
        EventLog events = platform.events();
        int before = events.position();

        List<Integer> reserved = Parallel.call(200, this::guess);

        assertThat(reserved).filteredOn(status -> status == 201).hasSize(6);
        assertThat(reserved).isSubsetOf(201, 423, 429, 503);
        assertThat(frozenAt(platform.endpoints().lockout())).isTrue();
        assertThat(frozenAt(replica.url())).isTrue();

        platform.clock().advance(Duration.ofHours(24));
        Parallel.call(40, i -> frozenAt(service(i)));
        events.await(
                "TokenUnfrozen",
                customer,
                before,
                data -> data.path("reason").asText().equals("EXPIRED"));
        try (Topics topics = new Topics(platform)) {
            topics.awaitQuiet();
        }
        assertThat(events.since(before))
                .filteredOn(event -> event.customerId().equals(customer)
                        && !event.name().startsWith("Message")) // nobody has this customer's number
                .extracting(EventLog.Event::name)
                .containsExactlyInAnyOrder(
                        "PasscodeRejected",
                        "PasscodeRejected",
                        "PasscodeRejected",
                        "PasscodeRejected",
                        "PasscodeRejected",
                        "PasscodeRejected",
                        "TokenFrozen",
                        "TokenUnfrozen");
    }

    @Test
    void one_that_is_told_to_end_goes_on_answering_and_has_its_callers_take_other_connections() throws Exception {
        try (var client = HttpClient.newBuilder().version(HTTP_1_1).build()) {
            var question = HttpRequest.newBuilder(replica.url().resolve("/q/health/live"))
                    .build();
            assertThat(client.send(question, BodyHandlers.discarding())
                            .headers()
                            .firstValue("connection"))
                    .isEmpty();

            Thread end = Thread.startVirtualThread(replica::stop);

            Awaitility.await().until(() -> {
                HttpResponse<Void> answer = client.send(question, BodyHandlers.discarding());
                assertThat(answer.statusCode()).isEqualTo(200);
                return answer.headers().firstValue("connection").equals(Optional.of("close"));
            });
            end.join();
        }
    }

    private int guess(int number) {
        String attempt = UUID.randomUUID().toString();
        Answer reserved = caller.post(
                service(number),
                "/v1/attempts",
                Map.of(
                        "attemptId",
                        attempt,
                        "customerId",
                        customer,
                        "app",
                        number % 3 == 0 ? INVESTMENT : MOBILE_BANKING,
                        "purpose",
                        "login",
                        "tokenId",
                        UUID.randomUUID().toString()));
        if (reserved.status() == 201) {
            Awaitility.await().until(() -> settle(service(number + 1), attempt).status() == 200);
        }
        return reserved.status();
    }

    private Answer settle(URI service, String attempt) {
        return caller.put(service, "/v1/attempts/" + attempt, Map.of("customerId", customer, "outcome", "REJECTED"));
    }

    private boolean frozenAt(URI service) {
        return caller.get(service, "/v1/customers/" + customer + "/freeze")
                .expect(200)
                .body()
                .path("frozen")
                .asBoolean();
    }

    private URI service(int number) {
        return number % 2 == 0 ? platform.endpoints().lockout() : replica.url();
    }
}
