package org.mobiletoken.enrolment;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.mobiletoken.enrolment.postgres.Authorisations;
import org.mobiletoken.enrolment.postgres.Customers;
import org.mobiletoken.enrolment.postgres.History;
import org.mobiletoken.enrolment.postgres.Tokens;
import org.mobiletoken.enrolment.rules.Authorisation;
import org.mobiletoken.enrolment.rules.Authorisation.Outcome;
import org.mobiletoken.enrolment.rules.HistoryEntry;
import org.mobiletoken.enrolment.rules.TransactionDetails;

/** The executing system redeems an approved authorisation exactly once, with the same details, while the token lives. */
@ApplicationScoped
public class RedeemAuthorisation {
    private final Authorisations authorisations;
    private final Customers customers;
    private final Tokens tokens;
    private final History history;
    private final Clock clock;

    RedeemAuthorisation(
            Authorisations authorisations, Customers customers, Tokens tokens, History history, Clock clock) {
        this.authorisations = authorisations;
        this.customers = customers;
        this.tokens = tokens;
        this.history = history;
        this.clock = clock;
    }

    public AuthorisationStep redeem(UUID id, TransactionDetails details, String executingSystem) {
        Optional<String> customerId = authorisations.find(id).map(Authorisation::customerId);
        return customerId.isEmpty()
                ? new AuthorisationStep.Unknown()
                : QuarkusTransaction.requiringNew().call(() -> redeem(customerId.get(), id, details, executingSystem));
    }

    private AuthorisationStep redeem(String customerId, UUID id, TransactionDetails details, String executingSystem) {
        customers.lock(customerId);
        Authorisation authorisation = authorisations.find(id).orElseThrow();
        Instant now = clock.instant();
        Outcome outcome = authorisation.redeem(details, now);
        if (outcome == Outcome.DONE
                && tokens.live(customerId, authorisation.token()).isEmpty()) {
            outcome = Outcome.EXPIRED;
        }
        if (outcome != Outcome.DONE) {
            return new AuthorisationStep.Refused(outcome);
        }
        authorisations.store(authorisation.in(Authorisation.State.REDEEMED));
        history.add(
                customerId,
                new HistoryEntry(
                        now,
                        executingSystem,
                        "AUTHORISATION_REDEEMED",
                        authorisation.app(),
                        authorisation.transactionType(),
                        id.toString()));
        return new AuthorisationStep.Done(authorisation);
    }
}
