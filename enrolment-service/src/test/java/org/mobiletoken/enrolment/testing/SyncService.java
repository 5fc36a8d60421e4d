package org.mobiletoken.enrolment.testing;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.mobiletoken.enrolment.postgres.Approvals;
import org.mobiletoken.enrolment.postgres.Tokens;
import org.mobiletoken.enrolment.rules.Approval;
import org.mobiletoken.enrolment.rules.ApprovalId;
import org.mobiletoken.enrolment.rules.PublicJwk;
import org.mobiletoken.enrolment.rules.Token;
import org.mobiletoken.events.Event;
import org.mobiletoken.events.EventTypes;
import org.mobiletoken.events.Topics;
import org.mobiletoken.events.sync.LinkedTokenDisableRequested;
import org.mobiletoken.events.sync.TokenSyncApproved;
import org.mobiletoken.testing.KafkaProbe;

/** What sync-service publishes, after the customer's approval was stored as a verified proof stores it. */
@Singleton
public class SyncService {

    public static final Duration APPROVAL_LASTS = Duration.ofMinutes(10);

    private final Approvals approvals;
    private final Tokens tokens;
    private final Clock clock;
    private final KafkaProbe kafka = KafkaProbe.open();

    SyncService(Approvals approvals, Tokens tokens, Clock clock) {
        this.approvals = approvals;
        this.tokens = tokens;
        this.clock = clock;
    }

    @PreDestroy
    void close() {
        kafka.close();
    }

    /** The customer approved, with the source's passcode, that the target app gets the source's setting. */
    public ApprovalId approve(Phone source, Phone target) {
        Instant now = clock.instant();
        return QuarkusTransaction.requiringNew().call(() -> {
            Token token = tokens.live(source.customerId, source.app).orElseThrow();
            ApprovalId id = ApprovalId.random();
            approvals.add(new Approval(
                    id,
                    source.customerId,
                    token.credential(),
                    token.id(),
                    source.app,
                    target.app,
                    new PublicJwk(target.key.publicJwk(), target.key.thumbprint()),
                    token.deviceName(),
                    now,
                    now.plus(APPROVAL_LASTS),
                    null));
            return id;
        });
    }

    public TokenSyncApproved approved(ApprovalId approval, Phone source, Phone target) {
        return new TokenSyncApproved(
                source.customerId, UUID.randomUUID(), approval.value(), source.app, target.app, clock.instant(), 1);
    }

    public LinkedTokenDisableRequested disableRequested(Phone disabled, UUID credential) {
        return new LinkedTokenDisableRequested(
                disabled.customerId, credential, UUID.randomUUID(), disabled.app, clock.instant(), 1);
    }

    /** Synchronises to the end: the target is enabled. */
    public Phone synchronise(Phone source, String targetApp) {
        Phone target = source.otherApp(targetApp);
        publish(approved(approve(source, target), source, target));
        kafka.await(
                Topics.ENROLMENT,
                record -> source.customerId.equals(record.key())
                        && KafkaProbe.json(record).contains(target.key.thumbprint()));
        return target;
    }

    public UUID publish(Event event) {
        UUID id = UUID.randomUUID();
        publish(event, id);
        return id;
    }

    public void publish(Event event, UUID id) {
        kafka.publish(
                EventTypes.topicOf(event.getClass()),
                event.customerId(),
                id,
                EventTypes.of(event.getClass()),
                "/mobile-token/sync-service",
                new String(EventTypes.json(event), java.nio.charset.StandardCharsets.UTF_8));
    }

    /** Events of one customer are handled in order: once an approval that nobody gave is recorded, those before it are done. */
    public void awaitHandled(Phone phone) {
        ApprovalId nobodys = ApprovalId.random();
        publish(approved(nobodys, phone, phone));
        await().untilAsserted(() -> Branch.history(phone.customerId)
                .then()
                .body("entries.reference", hasItem(nobodys.value().toString())));
    }

    /** What the enrolment service has told of a customer so far, in order. */
    public List<Event> told(String customerId) {
        return kafka.records(Topics.ENROLMENT, customerId).stream()
                .map(record -> EventTypes.parse(KafkaProbe.type(record), record.value())
                        .orElseThrow())
                .toList();
    }

    public <T extends Event> List<T> told(String customerId, Class<T> type) {
        return told(customerId).stream()
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }
}
