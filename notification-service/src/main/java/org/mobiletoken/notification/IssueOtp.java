package org.mobiletoken.notification;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.mobiletoken.notification.Message.Channel;
import org.mobiletoken.notification.Sms.Traffic;
import org.mobiletoken.notification.directory.ContactLookup.Found;
import org.mobiletoken.notification.directory.ContactLookup.NoCustomer;
import org.mobiletoken.notification.directory.ContactLookup.Unavailable;
import org.mobiletoken.notification.directory.CustomerDirectory;
import org.mobiletoken.notification.directory.MobileNumber;
import org.mobiletoken.notification.postgres.OneTimePasswords;
import org.mobiletoken.notification.postgres.OtpReservations;
import org.mobiletoken.notification.postgres.OtpReservations.Held;
import org.mobiletoken.notification.postgres.OtpReservations.Reservation;
import org.mobiletoken.notification.rules.Code;
import org.mobiletoken.notification.rules.CodeHash;
import org.mobiletoken.notification.rules.CodeState;
import org.mobiletoken.notification.rules.DestinationPolicy;
import org.mobiletoken.notification.rules.Flow;
import org.mobiletoken.notification.rules.IssueDecision;
import org.mobiletoken.notification.rules.IssueDecision.Issue;
import org.mobiletoken.notification.rules.IssuedCode;
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
    private final OneAtATime oneAtATime;
    private final OtpReservations reservations;
    private final OneTimePasswords otps;
    private final SettleMessage settleMessage;
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
            OneAtATime oneAtATime,
            OtpReservations reservations,
            OneTimePasswords otps,
            SettleMessage settleMessage,
            SpendBudget budgets,
            SmsGateway gateway,
            Clock clock,
            NotificationSettings settings) {
        this.directory = directory;
        this.texts = texts;
        this.oneAtATime = oneAtATime;
        this.reservations = reservations;
        this.otps = otps;
        this.settleMessage = settleMessage;
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
        Message.Id messageId = new Message.Id(flow.customerId(), UUID.randomUUID());
        Planned planned = new Planned(flow, otpId, messageId, number.e164(), now);
        IssueDecision decision = reserve(planned, hash.of(otpId, code));
        if (!(decision instanceof Issue issue)) {
            return new IssueResult.NotNow(decision);
        }
        SendOutcome outcome =
                gateway.send(new Sms(messageId.messageId(), Traffic.OTP, number.e164(), text, issue.expiresAt()));
        boolean active = QuarkusTransaction.requiringNew().call(() -> settle(planned, outcome));
        return active
                ? new IssueResult.Sent(otpId, number, issue.expiresAt(), issue.resendAt(), issue.triesLeft())
                : new IssueResult.NotSent();
    }

    /** A code that may be sent if nothing forbids it. */
    private record Planned(Flow flow, UUID otpId, Message.Id messageId, String number, Instant at) {}

    /** Requests of one customer wait for each other, so a flow asked for many codes at once holds one connection. */
    private IssueDecision reserve(Planned planned, byte[] codeHash) {
        return oneAtATime.perCustomer(
                planned.flow().customerId(),
                () -> QuarkusTransaction.requiringNew().call(() -> decide(planned, codeHash)));
    }

    private IssueDecision decide(Planned planned, byte[] codeHash) {
        Flow flow = planned.flow();
        Instant now = planned.at();
        byte[] numberHash = budgets.hashOf(planned.number());
        Held held = reservations.hold(flow, numberHash, now.minus(OtpPolicy.DAY));
        IssueDecision decision = policy.issue(flow, held.codes(), now);
        if (decision instanceof Issue issue) {
            return budgets.numberFreeAgainAt(held.sentToNumber())
                    .<IssueDecision>map(freeAgainAt -> refused(new IssueDecision.DaySpent(freeAgainAt)))
                    .orElseGet(() -> pay(planned, issue, codeHash, numberHash));
        }
        return refused(decision);
    }

    private IssueDecision refused(IssueDecision refusal) {
        otps.letGo();
        return refusal;
    }

    private IssueDecision pay(Planned planned, Issue issue, byte[] codeHash, byte[] numberHash) {
        Flow flow = planned.flow();
        Instant now = planned.at();
        var code = new IssuedCode(planned.otpId(), flow, CodeState.SENDING, 0, now, issue.expiresAt());
        var reservation = new Reservation(
                code, codeHash, numberHash, planned.messageId(), flow.purpose().template());
        return reservations
                .conclude(reservation, budgets.price(planned.number(), now))
                .<IssueDecision>map(spent -> new IssueDecision.BudgetSpent(budgets.freeAgainAt(spent, now)))
                .orElse(issue);
    }

    private boolean settle(Planned planned, SendOutcome outcome) {
        Flow flow = planned.flow();
        settleMessage.settle(
                new Message.Heading(planned.messageId(), flow.purpose().template(), Channel.SMS), outcome);
        return switch (outcome) {
            case SendOutcome.Accepted _ -> conclude(planned, CodeState.ACTIVE);
            case SendOutcome.Unknown _ -> {
                conclude(planned, CodeState.UNKNOWN);
                yield false;
            }
            case SendOutcome.NotTaken _, SendOutcome.Refused _, SendOutcome.TooLate _ -> {
                reservations.concludeUnsent(
                        flow.customerId(), planned.otpId(), budgets.price(planned.number(), planned.at()));
                yield false;
            }
        };
    }

    private boolean conclude(Planned planned, CodeState state) {
        return otps.concludeMove(planned.flow().customerId(), planned.otpId(), CodeState.SENDING, state);
    }
}
