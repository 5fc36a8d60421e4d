package org.mobiletoken.enrolment.postgres;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import org.mobiletoken.enrolment.rules.Credential;
import org.mobiletoken.enrolment.rules.CredentialId;

/** Credentials: at most one live per customer. */
@ApplicationScoped
public class Credentials implements PanacheRepositoryBase<CredentialRow, RowId> {

    public Optional<Credential> live(String customerId) {
        return find("customerId = ?1 and endedAt is null", customerId)
                .firstResultOptional()
                .map(CredentialRow::toCredential);
    }

    public Optional<Credential> byId(String customerId, CredentialId id) {
        return findByIdOptional(new RowId(customerId, id.value())).map(CredentialRow::toCredential);
    }

    public void add(Credential credential) {
        CredentialRow row = new CredentialRow();
        row.customerId = credential.customerId();
        row.id = credential.id().value();
        row.passcodeVerifier = credential.passcodeVerifier();
        row.createdAt = credential.createdAt();
        persistAndFlush(row);
    }

    /** From this transaction's commit every token of the credential has ended, whatever its own row says. */
    public void end(String customerId, CredentialId id, Instant at) {
        update("endedAt = ?1 where customerId = ?2 and id = ?3 and endedAt is null", at, customerId, id.value());
    }

    /** Stores the verifier of the same passcode under newer hashing parameters or a newer key. */
    public void rehash(String customerId, CredentialId id, String passcodeVerifier) {
        update("passcodeVerifier = ?1 where customerId = ?2 and id = ?3", passcodeVerifier, customerId, id.value());
    }

    /** How many live ones were made with another pepper; reads all of them. */
    public long countLiveUnderOtherPepper(String pepper) {
        String own = pepper + "$";
        return count("endedAt is null and substring(passcodeVerifier, 1, ?1) <> ?2", own.length(), own);
    }

    /** One that a token or a flow still names stays as long as that. */
    public int deleteEndedBefore(Instant instant) {
        return getEntityManager()
                .createNativeQuery("""
                        delete from credential c
                        where ended_at < ?1
                            and not exists (select from token t where t.customer_id = c.customer_id and t.credential_id = c.id)
                            and not exists (select from approval a where a.customer_id = c.customer_id and a.credential_id = c.id)""")
                .setParameter(1, instant)
                .executeUpdate();
    }
}
