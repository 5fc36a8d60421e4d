package org.mobiletoken.enrolment.postgres;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.mobiletoken.enrolment.rules.Authorisation;
import org.mobiletoken.enrolment.rules.TokenId;

@Entity
@IdClass(RowId.class)
@Table(name = "authorisation")
class AuthorisationRow {

    @Id
    @Column(name = "customer_id")
    String customerId;

    @Id
    @Column(name = "id")
    UUID id;

    @Column(name = "app")
    String app;

    @Column(name = "transaction_type")
    String transactionType;

    @Column(name = "details_hash")
    String detailsHash;

    @Column(name = "state")
    @Enumerated(EnumType.STRING)
    Authorisation.State state;

    @Column(name = "token_id")
    UUID tokenId;

    @Column(name = "expires_at")
    Instant expiresAt;

    Authorisation toAuthorisation() {
        return new Authorisation(
                id, customerId, app, new TokenId(tokenId), transactionType, detailsHash, state, expiresAt);
    }
}
