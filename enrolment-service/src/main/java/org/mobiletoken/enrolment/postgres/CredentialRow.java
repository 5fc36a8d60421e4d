package org.mobiletoken.enrolment.postgres;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mobiletoken.enrolment.rules.Credential;
import org.mobiletoken.enrolment.rules.CredentialId;

@Entity
@IdClass(RowId.class)
@Table(name = "credential")
class CredentialRow {

    @Id
    @Column(name = "customer_id")
    String customerId;

    @Id
    @Column(name = "id")
    UUID id;

    @Column(name = "passcode_verifier")
    String passcodeVerifier;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "ended_at")
    @Nullable
    Instant endedAt;

    Credential toCredential() {
        return new Credential(new CredentialId(id), customerId, passcodeVerifier, createdAt, endedAt);
    }
}
