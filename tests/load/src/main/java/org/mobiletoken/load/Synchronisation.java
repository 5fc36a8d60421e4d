package org.mobiletoken.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.mobiletoken.bank.Phone;
import org.mobiletoken.bank.Waiting;
import org.mobiletoken.stack.ServiceName;

/** Mobile banking gets the token of the investment app, as the two apps do it. */
final class Synchronisation {
    static final String SOURCE = Enrolling.USABLE_AT_ONCE;
    static final String TARGET = "mobile-banking";

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int TAKES_LONGER = 202;

    private final Platform platform;
    private final Http http;
    private final URI enrolment;
    private final URI sync;

    Synchronisation(Platform platform, int connections) {
        this.platform = platform;
        this.http = platform.http(() -> "", connections);
        this.enrolment = platform.stack().url(ServiceName.ENROLMENT);
        this.sync = platform.stack().url(ServiceName.SYNC);
    }

    /** Returns once the customer is offered it: sync-service knows of the token. */
    void awaitOffer(Handset handset) {
        Http session = session(handset);
        Waiting.until(
                "The synchronisation is not offered",
                PATIENCE,
                () -> Optional.of(session.get(
                                sync,
                                "/v1/sync-offer?otherAppKey=" + handset.phone().thumbprint(SOURCE)))
                        .filter(answer ->
                                answer.expect(200).json().path("offered").asBoolean()));
    }

    /** A challenge and a synchronisation; asked again while it takes longer than the app is answered in. */
    void run(Handset handset) {
        Http session = session(handset);
        Phone phone = handset.phone();
        String challenge = session.post(
                        enrolment,
                        "/v1/challenges",
                        Json.text(Map.of("purpose", "sync", "keyThumbprint", phone.thumbprint(SOURCE))))
                .expect(201)
                .json()
                .path("challenge")
                .asText();
        Http.Answer answer = session.prefer("wait=10")
                .post(
                        sync,
                        "/v1/syncs",
                        Json.text(Map.of(
                                "sourceApp",
                                SOURCE,
                                "proof",
                                phone.syncProof(SOURCE, TARGET, challenge, handset.passcode()),
                                "targetProof",
                                phone.syncTargetProof(TARGET, challenge),
                                "deviceName",
                                phone.name())));
        JsonNode outcome = answer.status() == TAKES_LONGER
                ? outcome(session, answer.json().path("syncId").asText())
                : answer.expect(200).json();
        if (!outcome.path("state").asText().equals("COMPLETED")) {
            throw new Http.UnexpectedAnswer("A synchronisation ended otherwise: " + outcome);
        }
    }

    private JsonNode outcome(Http session, String syncId) {
        return Waiting.until(
                "The synchronisation has no outcome",
                PATIENCE,
                () -> Optional.of(session.get(sync, "/v1/syncs/" + syncId)
                                .expect(200)
                                .json())
                        .filter(sync -> !sync.path("state").asText().equals("APPROVED")));
    }

    private Http session(Handset handset) {
        return http.as(platform.session(handset.customer(), TARGET));
    }
}
