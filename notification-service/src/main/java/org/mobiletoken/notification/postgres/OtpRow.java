package org.mobiletoken.notification.postgres;

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
import org.mobiletoken.notification.rules.CodeState;
import org.mobiletoken.notification.rules.Flow;
import org.mobiletoken.notification.rules.IssuedCode;
import org.mobiletoken.notification.rules.Purpose;

/** A one-time password in the table. */
@Entity
@Table(name = "otp")
@IdClass(OtpRow.Key.class)
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class OtpRow {

    record Key(String customerId, UUID otpId) {}

    @Id
    @Column(name = "customer_id")
    String customerId;

    @Id
    @Column(name = "otp_id")
    UUID otpId;

    @Column(name = "flow_id")
    UUID flowId;

    @Enumerated(EnumType.STRING)
    Purpose purpose;

    String app;

    @Column(name = "client_id")
    String clientId;

    @Column(name = "code_hash")
    byte[] codeHash;

    @Column(name = "number_hash")
    byte @Nullable [] numberHash;

    @Enumerated(EnumType.STRING)
    CodeState state;

    @Column(name = "wrong_entries")
    int wrongEntries;

    @Column(name = "issued_at")
    Instant issuedAt;

    @Column(name = "expires_at")
    Instant expiresAt;

    static OtpRow of(IssuedCode code, byte[] hash, byte[] numberHash) {
        OtpRow row = new OtpRow();
        row.customerId = code.flow().customerId();
        row.otpId = code.otpId();
        row.flowId = code.flow().flowId();
        row.purpose = code.flow().purpose();
        row.app = code.flow().app();
        row.clientId = code.flow().clientId();
        row.codeHash = hash;
        row.numberHash = numberHash;
        row.state = code.state();
        row.wrongEntries = code.wrongEntries();
        row.issuedAt = code.issuedAt();
        row.expiresAt = code.expiresAt();
        return row;
    }

    IssuedCode code() {
        return new IssuedCode(
                otpId, new Flow(customerId, flowId, purpose, app, clientId), state, wrongEntries, issuedAt, expiresAt);
    }
}
