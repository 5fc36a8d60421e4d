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
import org.mobiletoken.enrolment.rules.BiometricEnrolment;
import org.mobiletoken.enrolment.rules.TokenId;

@Entity
@IdClass(RowId.class)
@Table(name = "biometric_enrolment")
class BiometricEnrolmentRow {

    @Id
    @Column(name = "customer_id")
    String customerId;

    @Id
    @Column(name = "id")
    UUID id;

    @Column(name = "token_id")
    UUID tokenId;

    @Column(name = "app")
    String app;

    @Column(name = "state")
    @Enumerated(EnumType.STRING)
    BiometricEnrolment.Step step;

    @Column(name = "otp_id")
    @Nullable
    UUID otpId;

    @Column(name = "expires_at")
    Instant expiresAt;

    BiometricEnrolment toFlow() {
        return new BiometricEnrolment(id, customerId, app, new TokenId(tokenId), step, otpId, expiresAt);
    }
}
