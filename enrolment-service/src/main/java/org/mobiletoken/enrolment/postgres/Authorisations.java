package org.mobiletoken.enrolment.postgres;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.mobiletoken.enrolment.rules.Authorisation;

/** High-risk transactions that customers were asked to approve. */
@ApplicationScoped
public class Authorisations implements PanacheRepositoryBase<AuthorisationRow, RowId> {

    public Optional<Authorisation> find(String customerId, String app, UUID id) {
        return findByIdOptional(new RowId(customerId, id))
                .filter(row -> row.app.equals(app))
                .map(AuthorisationRow::toAuthorisation);
    }

    /** For the executing system, which knows no customer. */
    public Optional<Authorisation> find(UUID id) {
        return find("id = ?1", id).firstResultOptional().map(AuthorisationRow::toAuthorisation);
    }

    public void add(Authorisation authorisation) {
        AuthorisationRow row = new AuthorisationRow();
        row.customerId = authorisation.customerId();
        row.id = authorisation.id();
        row.app = authorisation.app();
        row.transactionType = authorisation.transactionType();
        row.detailsHash = authorisation.detailsHash();
        row.state = authorisation.state();
        row.tokenId = authorisation.token().value();
        row.expiresAt = authorisation.expiresAt();
        persist(row);
    }

    /** Stores the state that it has now; the caller holds the customer's lock. */
    public void store(Authorisation authorisation) {
        update(
                "state = ?1 where customerId = ?2 and id = ?3",
                authorisation.state(),
                authorisation.customerId(),
                authorisation.id());
    }

    public long deleteExpiredBefore(Instant instant) {
        return delete("expiresAt < ?1", instant);
    }
}
