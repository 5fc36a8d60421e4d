package org.mobiletoken.sync;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.mobiletoken.sync.messaging.SyncEvents;
import org.mobiletoken.sync.postgres.Cascades;
import org.mobiletoken.sync.postgres.Customers;
import org.mobiletoken.sync.postgres.History;
import org.mobiletoken.sync.postgres.LockedCustomer;
import org.mobiletoken.sync.postgres.Syncs;
import org.mobiletoken.sync.postgres.TokenStates;
import org.mobiletoken.sync.rules.DisableCascade;
import org.mobiletoken.sync.rules.DisableCause;
import org.mobiletoken.sync.rules.SyncState;
import org.mobiletoken.sync.rules.TokenNews;
import org.mobiletoken.sync.rules.TokenState;

/**
 * Follows what enrolment-service says of tokens: keeps a copy, ends synchronisations, and makes the linked tokens follow
 * one that was disabled. Every method runs in the transaction of its event.
 */
@ApplicationScoped
public class FollowTokens {
    /** A token that has ended. */
    public record Disabled(String customerId, UUID credentialId, UUID tokenId, String app, DisableCause cause) {}

    private final Customers customers;
    private final TokenStates tokens;
    private final Syncs syncs;
    private final Cascades cascades;
    private final SyncSteps steps;
    private final SyncEvents events;
    private final History history;
    private final SyncMetrics metrics;
    private final Clock clock;

    FollowTokens(
            Customers customers,
            TokenStates tokens,
            Syncs syncs,
            Cascades cascades,
            SyncSteps steps,
            SyncEvents events,
            History history,
            SyncMetrics metrics,
            Clock clock) {
        this.customers = customers;
        this.tokens = tokens;
        this.syncs = syncs;
        this.cascades = cascades;
        this.steps = steps;
        this.events = events;
        this.history = history;
        this.metrics = metrics;
        this.clock = clock;
    }

    public void enabled(String customerId, TokenState state, @Nullable UUID approvalId) {
        LockedCustomer customer = customers.lock(customerId);
        keep(customer, new TokenNews.Enabled(state), tokens.of(customerId));
        if (approvalId != null) {
            Instant now = clock.instant();
            advance(customer, approvalId, before -> before.enabled(state.tokenId(), now));
        }
    }

    public void notApplied(String customerId, UUID approvalId, String reason) {
        LockedCustomer customer = customers.lock(customerId);
        Instant now = clock.instant();
        advance(customer, approvalId, before -> before.failed(reason, now));
    }

    public void biometric(String customerId, UUID tokenId, boolean on, long version) {
        LockedCustomer customer = customers.lock(customerId);
        keep(customer, new TokenNews.Biometric(tokenId, on, version), tokens.of(customerId));
    }

    public void disabled(Disabled ended, long version) {
        LockedCustomer customer = customers.lock(ended.customerId());
        List<TokenState> known = tokens.of(ended.customerId());
        keep(customer, new TokenNews.Disabled(ended.tokenId(), version), known);
        if (DisableCascade.mustFollow(ended.credentialId(), ended.tokenId(), ended.cause(), known)) {
            requestOthers(customer, ended);
        }
    }

    private void keep(LockedCustomer customer, TokenNews news, List<TokenState> known) {
        news.after(known).ifPresent(state -> tokens.keep(customer, state));
    }

    private void requestOthers(LockedCustomer customer, Disabled ended) {
        Instant now = clock.instant();
        if (cascades.begin(customer, ended.credentialId(), ended.tokenId(), now)) {
            metrics.cascadeBegan();
            history.add(
                    customer,
                    History.Action.LINKED_DISABLE_REQUESTED,
                    History.ENROLMENT,
                    ended.app(),
                    ended.tokenId(),
                    ended.cause().name(),
                    now);
            events.linkedDisableRequested(
                    customer.id(), ended.credentialId(), ended.tokenId(), ended.app(), now, customer.nextVersion());
        }
    }

    private void advance(LockedCustomer customer, UUID approvalId, UnaryOperator<SyncState> step) {
        syncs.approvedBy(customer, approvalId).ifPresent(sync -> {
            SyncState next = step.apply(sync.state());
            if (!next.equals(sync.state())) {
                steps.take(customer, sync.in(next), History.ENROLMENT);
            }
        });
    }
}
