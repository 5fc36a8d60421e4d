package org.mobiletoken.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.mobiletoken.enrolment.messaging.TokenEvents;
import org.mobiletoken.enrolment.postgres.Approvals;
import org.mobiletoken.enrolment.postgres.Customers;
import org.mobiletoken.enrolment.postgres.History;
import org.mobiletoken.enrolment.postgres.LockedCustomer;
import org.mobiletoken.enrolment.postgres.Tokens;
import org.mobiletoken.enrolment.rules.AppPolicies;
import org.mobiletoken.enrolment.rules.Approval;
import org.mobiletoken.enrolment.rules.ApprovalId;
import org.mobiletoken.enrolment.rules.HistoryEntry;
import org.mobiletoken.enrolment.rules.Synchronising;
import org.mobiletoken.enrolment.rules.Token;
import org.mobiletoken.enrolment.rules.TokenId;

/** A synchronisation enables the second app by using up the approval stored here; the event that asks for it only names the approval. */
@ApplicationScoped
public class ApplySync {

    private static final Logger LOG = Logger.getLogger(ApplySync.class);
    private static final String SYNCHRONISATION = "synchronisation";

    private final Customers customers;
    private final Approvals approvals;
    private final Tokens tokens;
    private final EndTokens endTokens;
    private final TokenEvents events;
    private final History history;
    private final AppPolicies policies;
    private final Clock clock;

    ApplySync(
            Customers customers,
            Approvals approvals,
            Tokens tokens,
            EndTokens endTokens,
            TokenEvents events,
            History history,
            AppPolicies policies,
            Clock clock) {
        this.customers = customers;
        this.approvals = approvals;
        this.tokens = tokens;
        this.endTokens = endTokens;
        this.events = events;
        this.history = history;
        this.policies = policies;
        this.clock = clock;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void apply(String customerId, ApprovalId id, String sourceApp, String targetApp) {
        LockedCustomer customer = customers.lock(customerId);
        Optional<Approval> found = approvals.find(customerId, id);
        Instant now = clock.instant();
        if (found.isEmpty()) {
            distrust(customer, id, targetApp, now);
            return;
        }
        Approval approval = found.get();
        switch (Synchronising.decide(approval, sourceApp, targetApp, tokens.live(customerId), now)) {
            case Synchronising.UsedBefore() -> LOG.debugf("The approval %s was used before", id.value());
            case Synchronising.NotWhatWasApproved() -> distrust(customer, id, targetApp, now);
            case Synchronising.Refused(Synchronising.Reason reason) -> {
                approvals.consume(approval, now);
                events.synchronisationFailed(approval, reason, now, customer.nextVersion());
                record(customer, "SYNCHRONISATION_REFUSED", targetApp, reason.name(), id, now);
            }
            case Synchronising.Applied() -> {
                approvals.consume(approval, now);
                endTokens.endAllLinked(customer);
                enable(customer, approval, now);
                record(customer, "TOKEN_SYNCHRONISED", targetApp, null, id, now);
            }
        }
    }

    private void enable(LockedCustomer customer, Approval approval, Instant now) {
        Token token = new Token(
                TokenId.random(),
                customer.id(),
                approval.credential(),
                approval.targetApp(),
                approval.targetKey(),
                approval.deviceName(),
                null,
                now,
                policies.require(approval.targetApp()).effectiveAt(now));
        tokens.add(token);
        events.enabled(token, approval.id(), customer.nextVersion());
    }

    /** Nobody approved this, so it enables nothing and answers nobody; it is kept for whoever looks into it. */
    private void distrust(LockedCustomer customer, ApprovalId id, String targetApp, Instant now) {
        LOG.warnf("A synchronisation named the approval %s, which does not allow it: ignored", id.value());
        record(customer, "SYNCHRONISATION_DISTRUSTED", targetApp, null, id, now);
    }

    private void record(
            LockedCustomer customer, String kind, String app, @Nullable String cause, ApprovalId id, Instant now) {
        history.add(
                customer.id(),
                new HistoryEntry(
                        now, SYNCHRONISATION, kind, app, cause, id.value().toString()));
    }
}
