package org.mobiletoken.enrolment.postgres;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mobiletoken.enrolment.rules.EnablingRequest;
import org.mobiletoken.enrolment.rules.Enrolment;
import org.mobiletoken.enrolment.rules.EnrolmentId;
import org.mobiletoken.enrolment.rules.HkidPositions;
import org.mobiletoken.enrolment.rules.PublicJwk;
import org.mobiletoken.enrolment.rules.TokenId;

@Entity
@IdClass(RowId.class)
@Table(name = "enrolment")
class EnrolmentRow {

    enum State {
        AWAITING_IDENTITY,
        AWAITING_CODE,
        AWAITING_PASSCODE,
        COMPLETED,
        ENDED
    }

    @Id
    @Column(name = "customer_id")
    String customerId;

    @Id
    @Column(name = "id")
    UUID id;

    @Column(name = "app")
    String app;

    @Column(name = "state")
    @Enumerated(EnumType.STRING)
    State state;

    @Column(name = "device_key")
    String deviceKey;

    @Column(name = "device_key_thumbprint")
    String deviceKeyThumbprint;

    @Column(name = "device_name")
    String deviceName;

    @Column(name = "replaces_device")
    boolean replacesDevice;

    @Column(name = "other_app_key")
    @Nullable
    String otherAppKey;

    @Column(name = "hkid_positions")
    String hkidPositions;

    @Column(name = "tries_left")
    int triesLeft;

    @Column(name = "wrong_tries")
    int wrongTries;

    @Column(name = "otp_id")
    @Nullable
    UUID otpId;

    @Column(name = "token_id")
    @Nullable
    UUID tokenId;

    @Column(name = "end_reason")
    @Enumerated(EnumType.STRING)
    Enrolment.@Nullable EndReason endReason;

    @Column(name = "opened_at")
    Instant openedAt;

    @Column(name = "expires_at")
    Instant expiresAt;

    Enrolment toEnrolment() {
        Enrolment.Details details = new Enrolment.Details(
                new EnrolmentId(id),
                customerId,
                new EnablingRequest(
                        app, new PublicJwk(deviceKey, deviceKeyThumbprint), deviceName, replacesDevice, otherAppKey),
                HkidPositions.parse(hkidPositions),
                openedAt,
                expiresAt);
        return switch (state) {
            case AWAITING_IDENTITY -> new Enrolment.AwaitingIdentity(details, triesLeft, wrongTries);
            case AWAITING_CODE -> new Enrolment.AwaitingCode(details, otpId);
            case AWAITING_PASSCODE -> new Enrolment.AwaitingPasscode(details);
            case COMPLETED -> new Enrolment.Completed(details, new TokenId(Objects.requireNonNull(tokenId)));
            case ENDED -> new Enrolment.Ended(details, Objects.requireNonNull(endReason));
        };
    }

    void setDetails(Enrolment.Details details) {
        EnablingRequest request = details.request();
        customerId = details.customerId();
        id = details.id().value();
        app = request.app();
        deviceKey = request.key().json();
        deviceKeyThumbprint = request.key().thumbprint();
        deviceName = request.deviceName();
        replacesDevice = request.replacesDevice();
        otherAppKey = request.otherAppKey();
        hkidPositions = HkidPositions.text(details.hkidPositions());
        openedAt = details.openedAt();
        expiresAt = details.expiresAt();
    }

    void setState(Enrolment enrolment) {
        switch (enrolment) {
            case Enrolment.AwaitingIdentity open -> {
                state = State.AWAITING_IDENTITY;
                triesLeft = open.triesLeft();
                wrongTries = open.wrong();
            }
            case Enrolment.AwaitingCode open -> {
                state = State.AWAITING_CODE;
                otpId = open.otpId();
            }
            case Enrolment.AwaitingPasscode _ -> state = State.AWAITING_PASSCODE;
            case Enrolment.Completed completed -> {
                state = State.COMPLETED;
                tokenId = completed.token().value();
            }
            case Enrolment.Ended ended -> {
                state = State.ENDED;
                endReason = ended.reason();
            }
        }
    }
}
