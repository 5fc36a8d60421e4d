package org.mobiletoken.enrolment;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.mobiletoken.enrolment.messaging.TokenEvents;
import org.mobiletoken.enrolment.postgres.Credentials;
import org.mobiletoken.enrolment.postgres.Customers;
import org.mobiletoken.enrolment.postgres.Enrolments;
import org.mobiletoken.enrolment.postgres.History;
import org.mobiletoken.enrolment.postgres.LockedCustomer;
import org.mobiletoken.enrolment.postgres.Tokens;
import org.mobiletoken.enrolment.rules.AppPolicies;
import org.mobiletoken.enrolment.rules.Credential;
import org.mobiletoken.enrolment.rules.CredentialId;
import org.mobiletoken.enrolment.rules.Enabling;
import org.mobiletoken.enrolment.rules.EnablingRefusal;
import org.mobiletoken.enrolment.rules.EnablingRequest;
import org.mobiletoken.enrolment.rules.EndCause;
import org.mobiletoken.enrolment.rules.Enrolment;
import org.mobiletoken.enrolment.rules.Enrolment.AwaitingPasscode;
import org.mobiletoken.enrolment.rules.Enrolment.Completed;
import org.mobiletoken.enrolment.rules.Enrolment.EndReason;
import org.mobiletoken.enrolment.rules.HistoryEntry;
import org.mobiletoken.enrolment.rules.Token;
import org.mobiletoken.enrolment.rules.TokenId;

/** The token comes into being under the customer's lock, in one transaction with the end of the device that it replaces; of two that race, one wins. */
@ApplicationScoped
class EnableToken {

    private final Customers customers;
    private final Enrolments enrolments;
    private final Tokens tokens;
    private final Credentials credentials;
    private final EndTokens endTokens;
    private final EndEnrolment endEnrolment;
    private final TokenEvents events;
    private final History history;
    private final AppPolicies policies;
    private final Clock clock;

    EnableToken(
            Customers customers,
            Enrolments enrolments,
            Tokens tokens,
            Credentials credentials,
            EndTokens endTokens,
            EndEnrolment endEnrolment,
            TokenEvents events,
            History history,
            AppPolicies policies,
            Clock clock) {
        this.customers = customers;
        this.enrolments = enrolments;
        this.tokens = tokens;
        this.credentials = credentials;
        this.endTokens = endTokens;
        this.endEnrolment = endEnrolment;
        this.events = events;
        this.history = history;
        this.policies = policies;
        this.clock = clock;
    }

    EnablingStep<Token> enable(Enrolment.Details details, String passcodeVerifier) {
        try {
            return QuarkusTransaction.requiringNew().call(() -> {
                LockedCustomer customer = customers.lock(details.customerId());
                Instant now = clock.instant();
                Enrolment enrolment = Steps.reload(enrolments, details).at(now);
                if (!(enrolment instanceof AwaitingPasscode)) {
                    return EnablingStep.refused(Steps.notAwaited(enrolment));
                }
                return switch (Enabling.decide(details.request(), tokens.live(customer.id()))) {
                    case Enabling.Refused(EnablingRefusal refusal) -> EnablingStep.refused(refusal);
                    case Enabling.Allowed(List<Token> replaced) -> {
                        replace(customer, replaced, now);
                        Token token = make(customer, details.request(), passcodeVerifier, now);
                        enrolments.store(new Completed(details, token.id()));
                        endEnrolment.endOpen(customer, EndReason.OVERTAKEN, now);
                        yield new EnablingStep.Done<>(token);
                    }
                };
            });
        } catch (RuntimeException failure) {
            if (KeyInUse.causedThe(failure)) {
                return EnablingStep.refused(new EnablingRefusal.EnrolmentEnded());
            }
            throw failure;
        }
    }

    private void replace(LockedCustomer customer, List<Token> replaced, Instant now) {
        endTokens.endAllLinked(customer);
        replaced.stream().map(Token::credential).distinct().forEach(id -> credentials.end(customer.id(), id, now));
        replaced.forEach(token -> endTokens.end(customer, token, EndCause.DEVICE_REPLACED, now, EndTokens.By.CUSTOMER));
    }

    private Token make(LockedCustomer customer, EnablingRequest request, String passcodeVerifier, Instant now) {
        Credential credential = new Credential(CredentialId.random(), customer.id(), passcodeVerifier, now, null);
        credentials.add(credential);
        Token token = new Token(
                TokenId.random(),
                customer.id(),
                credential.id(),
                request.app(),
                request.key(),
                request.deviceName(),
                null,
                now,
                policies.require(request.app()).effectiveAt(now));
        tokens.add(token);
        events.enabled(token, null, customer.nextVersion());
        history.add(
                customer.id(),
                new HistoryEntry(
                        now,
                        HistoryEntry.CUSTOMER,
                        "TOKEN_ENABLED",
                        token.app(),
                        null,
                        token.id().value().toString()));
        return token;
    }
}
