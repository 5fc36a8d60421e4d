package org.mobiletoken.enrolment.postgres;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mobiletoken.enrolment.rules.Approval;
import org.mobiletoken.enrolment.rules.ApprovalId;
import org.mobiletoken.enrolment.rules.CredentialId;
import org.mobiletoken.enrolment.rules.PublicJwk;
import org.mobiletoken.enrolment.rules.TokenId;

@Entity
@IdClass(RowId.class)
@Table(name = "approval")
class ApprovalRow {

    @Id
    @Column(name = "customer_id")
    String customerId;

    @Id
    @Column(name = "id")
    UUID id;

    @Column(name = "credential_id")
    UUID credentialId;

    @Column(name = "source_token_id")
    UUID sourceTokenId;

    @Column(name = "source_app")
    String sourceApp;

    @Column(name = "target_app")
    String targetApp;

    @Column(name = "target_key")
    String targetKey;

    @Column(name = "target_key_thumbprint")
    String targetKeyThumbprint;

    @Column(name = "device_name")
    String deviceName;

    @Column(name = "approved_at")
    Instant approvedAt;

    @Column(name = "expires_at")
    Instant expiresAt;

    @Column(name = "consumed_at")
    @Nullable
    Instant consumedAt;

    Approval toApproval() {
        return new Approval(
                new ApprovalId(id),
                customerId,
                new CredentialId(credentialId),
                new TokenId(sourceTokenId),
                sourceApp,
                targetApp,
                new PublicJwk(targetKey, targetKeyThumbprint),
                deviceName,
                approvedAt,
                expiresAt,
                consumedAt);
    }
}
