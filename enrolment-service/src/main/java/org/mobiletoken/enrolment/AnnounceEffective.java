package org.mobiletoken.enrolment;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import org.mobiletoken.enrolment.messaging.TokenEvents;
import org.mobiletoken.enrolment.postgres.Customers;
import org.mobiletoken.enrolment.postgres.LockedCustomer;
import org.mobiletoken.enrolment.postgres.Tokens;
import org.mobiletoken.enrolment.rules.Token;

/** Once a token's cooling-off is over, this is told once; it decides nothing, for the token was effective at that instant anyway. */
@ApplicationScoped
public class AnnounceEffective {

    private static final int AT_A_TIME = 500;

    private final Tokens tokens;
    private final Customers customers;
    private final TokenEvents events;
    private final Clock clock;

    AnnounceEffective(Tokens tokens, Customers customers, TokenEvents events, Clock clock) {
        this.tokens = tokens;
        this.customers = customers;
        this.events = events;
        this.clock = clock;
    }

    @Scheduled(every = "${mobile-token.announcing.every:5s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public void announce() {
        List<Token> due =
                QuarkusTransaction.requiringNew().call(() -> tokens.effectiveUnannounced(clock.instant(), AT_A_TIME));
        for (Token token : due) {
            QuarkusTransaction.requiringNew().run(() -> announce(token));
        }
    }

    private void announce(Token token) {
        LockedCustomer customer = customers.lock(token.customerId());
        if (tokens.live(customer.id(), token.id()).isPresent() && tokens.markAnnounced(token)) {
            events.becameEffective(token, customer.nextVersion());
        }
    }
}
