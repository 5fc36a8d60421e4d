package org.mobiletoken.enrolment;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.mobiletoken.enrolment.messaging.ProofEvents;
import org.mobiletoken.enrolment.postgres.Customers;
import org.mobiletoken.enrolment.postgres.History;
import org.mobiletoken.enrolment.postgres.LockedCustomer;
import org.mobiletoken.enrolment.postgres.Tokens;
import org.mobiletoken.enrolment.rules.HistoryEntry;
import org.mobiletoken.enrolment.rules.Token;

/** Biometric login goes off whenever the customer says so, at once and also while frozen. */
@ApplicationScoped
public class TurnOffBiometrics {
    private final Customers customers;
    private final Tokens tokens;
    private final ProofEvents events;
    private final History history;
    private final Clock clock;

    TurnOffBiometrics(Customers customers, Tokens tokens, ProofEvents events, History history, Clock clock) {
        this.customers = customers;
        this.tokens = tokens;
        this.events = events;
        this.history = history;
        this.clock = clock;
    }

    /** Turns it off, or leaves it off; says whether this app has a token at all. */
    public boolean turnOff(String customerId, String app) {
        return QuarkusTransaction.requiringNew().call(() -> {
            LockedCustomer customer = customers.lock(customerId);
            Optional<Token> token = tokens.live(customerId, app);
            token.filter(live -> live.biometric() != null).ifPresent(live -> removeKey(customer, live));
            return token.isPresent();
        });
    }

    private void removeKey(LockedCustomer customer, Token token) {
        Instant now = clock.instant();
        tokens.setBiometric(token, null);
        events.biometricDisabled(token, now, customer.nextVersion());
        history.add(
                customer.id(),
                new HistoryEntry(
                        now,
                        HistoryEntry.CUSTOMER,
                        "BIOMETRIC_DISABLED",
                        token.app(),
                        null,
                        token.id().value().toString()));
    }
}
