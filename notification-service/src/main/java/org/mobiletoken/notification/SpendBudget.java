package org.mobiletoken.notification;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.mobiletoken.notification.postgres.OtpBudgets.Payment;
import org.mobiletoken.notification.postgres.OtpBudgets.Scope;
import org.mobiletoken.notification.rules.Budget;
import org.mobiletoken.notification.rules.DailyLimit;
import org.mobiletoken.notification.rules.NumberHash;

/**
 * Codes are paid from the budgets of their number, of the numbers that begin alike, and of the whole bank, so that nobody can have
 * the bank send messages without end. Notices are paid from nothing.
 */
@ApplicationScoped
public class SpendBudget {

    private static final byte[] WHOLE_BANK = {};

    private final NumberHash hash;
    private final DailyLimit ofNumber;
    private final int prefixDigits;
    private final Budget ofPrefix;
    private final Budget ofBank;

    public SpendBudget(NotificationSettings settings) {
        NotificationSettings.Otp otp = settings.otp();
        this.hash = new NumberHash(otp.secret().getBytes(StandardCharsets.UTF_8));
        this.ofNumber = new DailyLimit(otp.codesPerNumber());
        this.prefixDigits = otp.prefixDigits();
        this.ofPrefix = new Budget(otp.codesPerPrefix(), otp.budgetPeriod());
        this.ofBank = new Budget(otp.codesOfBank(), otp.budgetPeriod());
    }

    /** What is kept of a number. */
    byte[] hashOf(String number) {
        return hash.of(number);
    }

    /** When a code may go to a number that was sent these, oldest first, in the last 24 hours, or empty for now. */
    Optional<Instant> numberFreeAgainAt(List<Instant> sent) {
        return ofNumber.freeAgainAt(sent);
    }

    /** What a code to this number costs at this moment. */
    List<Payment> price(String number, Instant at) {
        return List.of(
                new Payment(Scope.PREFIX, hash.ofPrefix(number, prefixDigits), ofPrefix, at),
                new Payment(Scope.BANK, WHOLE_BANK, ofBank, at));
    }

    /** When the period begins in which this spent budget can be paid from again. */
    Instant freeAgainAt(Scope spent, Instant now) {
        return switch (spent) {
            case PREFIX -> ofPrefix.freeAgainAt(now);
            case BANK -> ofBank.freeAgainAt(now);
        };
    }
}
