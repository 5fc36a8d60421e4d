package org.mobiletoken.enrolment;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.mobiletoken.enrolment.postgres.Credentials;
import org.mobiletoken.enrolment.postgres.Customers;
import org.mobiletoken.enrolment.postgres.LockedCustomer;
import org.mobiletoken.enrolment.postgres.Tokens;
import org.mobiletoken.enrolment.rules.AppPolicies;
import org.mobiletoken.enrolment.rules.AppPolicy;
import org.mobiletoken.enrolment.rules.Disabling;
import org.mobiletoken.enrolment.rules.EndCause;
import org.mobiletoken.enrolment.rules.Enrolment.EndReason;
import org.mobiletoken.enrolment.rules.Token;

/** Disabling ends the credential, and from that commit all its tokens, keys and approvals in every decision and answer. */
@ApplicationScoped
public class DisableToken {

    private final Customers customers;
    private final Tokens tokens;
    private final Credentials credentials;
    private final EndTokens endTokens;
    private final EndEnrolment endEnrolment;
    private final AppPolicies policies;
    private final Clock clock;

    DisableToken(
            Customers customers,
            Tokens tokens,
            Credentials credentials,
            EndTokens endTokens,
            EndEnrolment endEnrolment,
            AppPolicies policies,
            Clock clock) {
        this.customers = customers;
        this.tokens = tokens;
        this.credentials = credentials;
        this.endTokens = endTokens;
        this.endEnrolment = endEnrolment;
        this.policies = policies;
        this.clock = clock;
    }

    /** The token of the app that asked, when it ended, and what the bank decided about this app's session. */
    public record Disabled(Token token, Instant at, AppPolicy policy) {}

    /** @param tokens every token of the customer's device */
    public record DisabledByBank(List<Token> tokens, Instant at) {}

    /** The own token is told at once, those of the other apps when the cascade comes round; nothing if this app has none. */
    public Optional<Disabled> byCustomer(String customerId, String app) {
        return QuarkusTransaction.requiringNew().call(() -> {
            LockedCustomer customer = customers.lock(customerId);
            return switch (Disabling.decide(app, tokens.live(customerId))) {
                case Disabling.NotEnabled() -> Optional.empty();
                case Disabling.Ends(Token own) -> {
                    Instant now = endCredential(customer, own);
                    endTokens.end(customer, own, EndCause.CUSTOMER, now, EndTokens.By.CUSTOMER);
                    yield Optional.of(new Disabled(own, now, policies.require(app)));
                }
            };
        });
    }

    /** A member of staff ends all tokens at once, as for a lost phone; nothing if the customer has none. */
    public Optional<DisabledByBank> byStaff(String customerId, String staff, String reason, String reference) {
        return QuarkusTransaction.requiringNew().call(() -> {
            LockedCustomer customer = customers.lock(customerId);
            List<Token> live = tokens.live(customerId);
            if (live.isEmpty()) {
                return Optional.empty();
            }
            Instant now = endCredential(customer, live.getFirst());
            EndTokens.By by = new EndTokens.By(staff, reason, reference);
            live.forEach(token -> endTokens.end(customer, token, EndCause.BANK, now, by));
            return Optional.of(new DisabledByBank(live, now));
        });
    }

    private Instant endCredential(LockedCustomer customer, Token token) {
        Instant now = clock.instant();
        credentials.end(customer.id(), token.credential(), now);
        endEnrolment.endOpen(customer, EndReason.TOKEN_DISABLED, now);
        return now;
    }
}
