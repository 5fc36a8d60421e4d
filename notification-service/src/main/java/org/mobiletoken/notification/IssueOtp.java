package org.mobiletoken.notification;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.mobiletoken.notification.Sms.Traffic;
import org.mobiletoken.notification.directory.ContactLookup.Found;
import org.mobiletoken.notification.directory.ContactLookup.NoCustomer;
import org.mobiletoken.notification.directory.ContactLookup.Unavailable;
import org.mobiletoken.notification.directory.CustomerDirectory;
import org.mobiletoken.notification.directory.MobileNumber;
import org.mobiletoken.notification.postgres.OneTimePasswords;
import org.mobiletoken.notification.postgres.OtpReservations;
import org.mobiletoken.notification.rules.Code;
import org.mobiletoken.notification.rules.CodeHash;
import org.mobiletoken.notification.rules.DestinationPolicy;
import org.mobiletoken.notification.rules.Flow;
import org.mobiletoken.notification.rules.IssueDecision;
import org.mobiletoken.notification.rules.IssueDecision.Issue;
import org.mobiletoken.notification.rules.OtpPolicy;
import org.mobiletoken.notification.texts.Texts;

/**
 * Sends a code to the customer's number of the directory and answers when the SMS centre has accepted it. The code exists in the
 * memory of this one request only: what is cut off is asked for again.
 */
@ApplicationScoped
public class IssueOtp {

    private final CustomerDirectory directory;
    private final Texts texts;
    private final ReserveCode reserveCode;
    private final OtpReservations reservations;
    private final OneTimePasswords otps;
    private final SettleMessage settleMessage;
    private final SettleTogether settleTogether;
    private final SpendBudget budgets;
    private final SmsGateway gateway;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final CodeHash hash;
    private final OtpPolicy policy;
    private final DestinationPolicy destinations;

    public IssueOtp(
            CustomerDirectory directory,
            Texts texts,
            ReserveCode reserveCode,
            OtpReservations reservations,
            OneTimePasswords otps,
            SettleMessage settleMessage,
            SettleTogether settleTogether,
            SpendBudget budgets,
            SmsGateway gateway,
            Clock clock,
            NotificationSettings settings) {
        this.directory = directory;
        this.texts = texts;
        this.reserveCode = reserveCode;
        this.reservations = reservations;
        this.otps = otps;
        this.settleMessage = settleMessage;
        this.settleTogether = settleTogether;
        this.budgets = budgets;
        this.gateway = gateway;
        this.clock = clock;
        this.hash = new CodeHash(settings.otp().secret().getBytes(StandardCharsets.UTF_8));
        this.policy = policy(settings.otp());
        this.destinations = new DestinationPolicy(settings.otp().quietAfterNumberChange());
    }

    static OtpPolicy policy(NotificationSettings.Otp settings) {
        return new OtpPolicy(
                settings.validFor(),
                settings.wrongPerFlow(),
                settings.wrongPerDay(),
                settings.resendGap(),
                settings.codesPerFlow(),
                settings.codesPerDay());
    }

    public IssueResult issue(Flow flow) {
        return switch (directory.contact(flow.customerId())) {
            case Found contact -> issue(flow, contact);
            case NoCustomer _ -> new IssueResult.NoCustomer();
            case Unavailable _ -> new IssueResult.NotSent();
        };
    }

    private IssueResult issue(Flow flow, Found contact) {
        MobileNumber number = contact.number();
        if (number == null) {
            return new IssueResult.NoNumber();
        }
        Instant now = clock.instant();
        if (!destinations.mayReceiveCodes(contact.changedAt(), now)) {
            return new IssueResult.NumberChangedRecently();
        }
        Code code = Code.random(random);
        String text = texts.otp(contact.language(), flow.purpose(), flow.app(), code, policy.validFor());
        UUID otpId = UUID.randomUUID();
        var planned = new PlannedCode(flow, otpId, hash.of(otpId, code), UUID.randomUUID(), number.e164(), now);
        IssueDecision decision = reserveCode.reserve(planned);
        if (!(decision instanceof Issue issue)) {
            return new IssueResult.NotNow(decision);
        }
        SendOutcome outcome =
                gateway.send(new Sms(planned.messageId(), Traffic.OTP, number.e164(), text, issue.expiresAt()));
        return settle(planned, outcome)
                ? new IssueResult.Sent(otpId, number, issue.expiresAt(), issue.resendAt(), issue.triesLeft())
                : new IssueResult.NotSent();
    }

    /** Says whether the code can be verified now. */
    private boolean settle(PlannedCode planned, SendOutcome outcome) {
        if (outcome instanceof SendOutcome.Accepted accepted) {
            return settleTogether.acceptCode(planned.message(), accepted, planned.otpId());
        }
        QuarkusTransaction.requiringNew().run(() -> {
            settleMessage.settle(planned.message(), outcome);
            if (outcome instanceof SendOutcome.Unknown) {
                otps.concludeInDoubt(planned.id());
            } else {
                reservations.concludeUnsent(planned.id(), budgets.price(planned.number(), planned.at()));
            }
        });
        return false;
    }
}
