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
import org.jspecify.annotations.Nullable;
import org.mobiletoken.enrolment.rules.BiometricKey;
import org.mobiletoken.enrolment.rules.CredentialId;
import org.mobiletoken.enrolment.rules.EndCause;
import org.mobiletoken.enrolment.rules.PublicJwk;
import org.mobiletoken.enrolment.rules.Token;
import org.mobiletoken.enrolment.rules.TokenId;

@Entity
@IdClass(RowId.class)
@Table(name = "token")
class TokenRow {

    @Id
    @Column(name = "customer_id")
    String customerId;

    @Id
    @Column(name = "id")
    UUID id;

    @Column(name = "credential_id")
    UUID credentialId;

    @Column(name = "app")
    String app;

    @Column(name = "device_key")
    String deviceKey;

    @Column(name = "device_key_thumbprint")
    String deviceKeyThumbprint;

    @Column(name = "device_name")
    String deviceName;

    @Column(name = "biometric_key")
    @Nullable
    String biometricKey;

    @Column(name = "biometric_thumbprint")
    @Nullable
    String biometricThumbprint;

    @Column(name = "biometric_since")
    @Nullable
    Instant biometricSince;

    @Column(name = "enabled_at")
    Instant enabledAt;

    @Column(name = "effective_at")
    Instant effectiveAt;

    @Column(name = "announced_effective")
    boolean announcedEffective;

    @Column(name = "ended_at")
    @Nullable
    Instant endedAt;

    @Column(name = "end_cause")
    @Enumerated(EnumType.STRING)
    @Nullable
    EndCause endCause;

    Token toToken() {
        BiometricKey biometric = biometricKey == null || biometricThumbprint == null || biometricSince == null
                ? null
                : new BiometricKey(new PublicJwk(biometricKey, biometricThumbprint), biometricSince);
        return new Token(
                new TokenId(id),
                customerId,
                new CredentialId(credentialId),
                app,
                new PublicJwk(deviceKey, deviceKeyThumbprint),
                deviceName,
                biometric,
                enabledAt,
                effectiveAt);
    }
}
