package org.mobiletoken.notification.messaging;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mobiletoken.events.enrolment.BiometricDisabled;
import org.mobiletoken.events.enrolment.BiometricEnabled;
import org.mobiletoken.events.enrolment.EnrolmentEvent;
import org.mobiletoken.events.enrolment.EnrolmentFailed;
import org.mobiletoken.events.enrolment.TokenBecameEffective;
import org.mobiletoken.events.enrolment.TokenDisabled;
import org.mobiletoken.events.enrolment.TokenEnabled;
import org.mobiletoken.events.enrolment.TransactionAuthorised;
import org.mobiletoken.events.lockout.LockoutEvent;
import org.mobiletoken.events.lockout.PasscodeRejected;
import org.mobiletoken.events.lockout.PermanentFreezeWarned;
import org.mobiletoken.events.lockout.TokenFrozen;
import org.mobiletoken.events.lockout.TokenUnfrozen;
import org.mobiletoken.notification.News;
import org.mobiletoken.notification.News.Details;
import org.mobiletoken.notification.rules.DeviceLabel;
import org.mobiletoken.notification.rules.Notice;

/**
 * Which event is told to the customer, and how: one notice for each action and app. A synchronisation tells of itself through the
 * token it enables, and biometrics that end with a token are part of its end.
 */
final class TokenNews {

    private TokenNews() {}

    static Optional<News> of(UUID eventId, EnrolmentEvent event) {
        return switch (event) {
            case TokenEnabled e -> news(eventId, e.customerId(), enabled(e), ofToken(e));
            case TokenDisabled e -> news(eventId, e.customerId(), disabled(e), ofToken(e));
            case TokenBecameEffective e ->
                news(eventId, e.customerId(), Notice.EFFECTIVE, inApp(e.app(), e.effectiveAt()));
            case BiometricEnabled e -> news(eventId, e.customerId(), Notice.BIOMETRIC_ON, inApp(e.app(), e.at()));
            case BiometricDisabled e -> news(eventId, e.customerId(), Notice.BIOMETRIC_OFF, inApp(e.app(), e.at()));
            case TransactionAuthorised _, EnrolmentFailed _ -> Optional.empty();
        };
    }

    static Optional<News> of(UUID eventId, LockoutEvent event) {
        return switch (event) {
            case PermanentFreezeWarned e ->
                news(eventId, e.customerId(), Notice.FREEZE_WARNING, inAllApps(e.at(), null, e.attemptsLeft()));
            case TokenFrozen e -> news(eventId, e.customerId(), frozen(e), inAllApps(e.frozenAt(), e.until(), null));
            case TokenUnfrozen e -> news(eventId, e.customerId(), Notice.UNFROZEN, inAllApps(e.at(), null, null));
            case PasscodeRejected _ -> Optional.empty();
        };
    }

    private static Notice enabled(TokenEnabled event) {
        return switch (event.cause()) {
            case ENABLED -> Notice.ENABLED;
            case SYNCHRONISED -> Notice.SYNCHRONISED;
        };
    }

    private static Notice disabled(TokenDisabled event) {
        return switch (event.cause()) {
            case CUSTOMER, LINKED_APP_DISABLED, BANK -> Notice.DISABLED;
            case DEVICE_REPLACED -> Notice.DEVICE_REPLACED;
        };
    }

    private static Notice frozen(TokenFrozen event) {
        return switch (event.kind()) {
            case TEMPORARY -> Notice.FROZEN;
            case PERMANENT -> Notice.FROZEN_PERMANENTLY;
        };
    }

    private static Details ofToken(TokenEnabled event) {
        Instant usableLater = event.effectiveAt().isAfter(event.enabledAt()) ? event.effectiveAt() : null;
        return new Details(event.app(), DeviceLabel.of(event.deviceName()), event.enabledAt(), usableLater, null);
    }

    private static Details ofToken(TokenDisabled event) {
        return new Details(event.app(), DeviceLabel.of(event.deviceName()), event.disabledAt(), null, null);
    }

    private static Details inApp(String app, Instant at) {
        return new Details(app, null, at, null, null);
    }

    private static Details inAllApps(Instant at, @Nullable Instant until, @Nullable Integer attemptsLeft) {
        return new Details(null, null, at, until, attemptsLeft);
    }

    private static Optional<News> news(UUID eventId, String customerId, Notice notice, Details details) {
        return Optional.of(new News(customerId, eventId, notice, details));
    }
}
