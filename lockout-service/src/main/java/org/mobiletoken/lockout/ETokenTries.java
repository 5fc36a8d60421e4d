package org.mobiletoken.lockout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mobiletoken.lockout.etoken.ETokenVerifier.Verification;
import org.mobiletoken.lockout.postgres.AssignedETokens;
import org.mobiletoken.lockout.postgres.CustomerNow;
import org.mobiletoken.lockout.postgres.Customers;
import org.mobiletoken.lockout.postgres.ETokenWays;
import org.mobiletoken.lockout.postgres.ETokens;
import org.mobiletoken.lockout.postgres.History;
import org.mobiletoken.lockout.rules.CodeVerdict;
import org.mobiletoken.lockout.rules.CustomerId;
import org.mobiletoken.lockout.rules.ETokenAssignment;
import org.mobiletoken.lockout.rules.ETokenId;
import org.mobiletoken.lockout.rules.ETokenRules;
import org.mobiletoken.lockout.rules.ETokenTry;
import org.mobiletoken.lockout.rules.ETokenWay;
import org.mobiletoken.lockout.rules.FreezeId;

/** Opens and settles tries, each in a transaction of its own under the customer's lock; refusals are committed too. */
@ApplicationScoped
class ETokenTries {

    private static final String CUSTOMER = "customer";
    private static final String SYSTEM = "lockout-service";

    private final Customers customers;
    private final AssignedETokens assigned;
    private final ETokenWays ways;
    private final ETokens eTokens;
    private final History history;
    private final RecordDecision decisions;
    private final ETokenRules rules;

    ETokenTries(
            Customers customers,
            AssignedETokens assigned,
            ETokenWays ways,
            ETokens eTokens,
            History history,
            RecordDecision decisions,
            ETokenRules rules) {
        this.customers = customers;
        this.assigned = assigned;
        this.ways = ways;
        this.eTokens = eTokens;
        this.history = history;
        this.decisions = decisions;
        this.rules = rules;
    }

    /** What came of a try, and the e-token that the customer has. */
    record Tried(ETokenTry.Result result, Optional<ETokenId> eToken, Instant now) {}

    /** Nothing if the customer is unknown. */
    @Transactional
    Optional<Tried> open(CustomerId customer, UUID id, FreezeId freeze) {
        return customers.hold(customer, null).map(held -> {
            var eToken = assigned.of(customer).map(ETokenAssignment::eToken);
            var before = ways.of(customer);
            var tried = ETokenTry.open(id, freeze, eToken.isPresent(), before, held.lockout(), held.now(), rules);
            record(held, before, tried, freeze, id);
            return new Tried(tried.result(), eToken, held.now());
        });
    }

    @Transactional
    Tried settle(CustomerId customer, UUID id, FreezeId freeze, ETokenId verified, Verification verification) {
        var held = customers.hold(customer, null).orElseThrow();
        var eToken = assigned.of(customer).map(ETokenAssignment::eToken).filter(verified::equals);
        var before = ways.of(customer);
        var tried = ETokenTry.settle(
                id,
                freeze,
                eToken.isPresent(),
                verdict(verified, verification),
                before,
                held.lockout(),
                held.now(),
                rules);
        record(held, before, tried, freeze, id);
        return new Tried(tried.result(), eToken, held.now());
    }

    private CodeVerdict verdict(ETokenId eToken, Verification verification) {
        return switch (verification) {
            case Verification.Right(var position) ->
                eTokens.moveOn(eToken, position) ? CodeVerdict.RIGHT : CodeVerdict.WRONG;
            case Verification.RightAndUsedUp _ -> CodeVerdict.RIGHT;
            case Verification.Wrong _ -> CodeVerdict.WRONG;
            case Verification.NoAnswer _ -> CodeVerdict.UNKNOWN;
        };
    }

    private void record(CustomerNow held, ETokenWay before, ETokenTry tried, FreezeId freeze, UUID id) {
        var open = before.open();
        if (open != null && !before.at(held.now()).equals(before)) {
            history.add(
                    held.id(),
                    open.deadline(),
                    "E_TOKEN_CODE_ABANDONED",
                    null,
                    SYSTEM,
                    null,
                    open.id().toString());
        }
        decisions.record(held, tried.after());
        if (!tried.way().equals(before)) {
            ways.save(held.id(), tried.way());
        }
        switch (tried.result()) {
            case ETokenTry.Lifted _ -> tell(held, "E_TOKEN_CODE_ACCEPTED", freeze, null, id);
            case ETokenTry.WrongCode(int left) -> tell(held, "E_TOKEN_CODE_WRONG", freeze, left + " left", id);
            case ETokenTry.NotVerified _ -> tell(held, "E_TOKEN_CODE_NOT_VERIFIED", freeze, null, id);
            case ETokenTry.Opened _,
                    ETokenTry.NotInForce _,
                    ETokenTry.WayClosed _,
                    ETokenTry.NoEToken _,
                    ETokenTry.TooSoon _,
                    ETokenTry.Busy _ -> {}
        }
    }

    private void tell(CustomerNow held, String kind, FreezeId freeze, @Nullable String cause, UUID id) {
        history.add(held.id(), held.now(), kind, freeze, CUSTOMER, cause, id.toString());
    }
}
