package org.mobiletoken.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.mobiletoken.enrolment.postgres.Credentials;
import org.mobiletoken.enrolment.postgres.Customers;
import org.mobiletoken.enrolment.postgres.LockedCustomer;
import org.mobiletoken.enrolment.rules.Credential;
import org.mobiletoken.enrolment.rules.CredentialId;

/** The cascade of a disable touches only tokens of a credential that has ended: it disables nothing by itself, and spares every newer token. */
@ApplicationScoped
public class EndLinkedTokens {

    private static final Logger LOG = Logger.getLogger(EndLinkedTokens.class);

    private final Customers customers;
    private final Credentials credentials;
    private final EndTokens endTokens;
    private final TokenMetrics metrics;
    private final Clock clock;

    EndLinkedTokens(
            Customers customers, Credentials credentials, EndTokens endTokens, TokenMetrics metrics, Clock clock) {
        this.customers = customers;
        this.credentials = credentials;
        this.endTokens = endTokens;
        this.metrics = metrics;
        this.clock = clock;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void of(String customerId, CredentialId id) {
        LockedCustomer customer = customers.lock(customerId);
        Optional<Credential> ended = credentials.byId(customerId, id).filter(credential -> !credential.isLive());
        if (ended.isEmpty()) {
            LOG.warnf("A cascade named the credential %s, which has not ended: ignored", id.value());
            return;
        }
        Instant requestedAt = Objects.requireNonNull(ended.get().endedAt());
        endTokens
                .endLinked(customer, ended.get())
                .forEach(_ -> metrics.cascaded(Duration.between(requestedAt, clock.instant())));
    }
}
