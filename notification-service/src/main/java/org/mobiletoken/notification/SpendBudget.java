package org.mobiletoken.notification;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.mobiletoken.notification.postgres.OtpBudgets;
import org.mobiletoken.notification.postgres.OtpBudgets.Scope;
import org.mobiletoken.notification.rules.Budget;
import org.mobiletoken.notification.rules.DailyLimit;
import org.mobiletoken.notification.rules.NumberHash;
import org.mobiletoken.notification.rules.OtpPolicy;

/**
 * Codes are paid from the budgets of their number, of the numbers that begin alike, and of the whole bank, so that nobody can have
 * the bank send messages without end. Notices are paid from nothing.
 */
@ApplicationScoped
public class SpendBudget {

    private static final byte[] WHOLE_BANK = {};

    private final OtpBudgets budgets;
    private final MeterRegistry meters;
    private final NumberHash hash;
    private final DailyLimit ofNumber;
    private final int prefixDigits;
    private final Budget ofPrefix;
    private final Budget ofBank;

    public SpendBudget(OtpBudgets budgets, MeterRegistry meters, NotificationSettings settings) {
        NotificationSettings.Otp otp = settings.otp();
        this.budgets = budgets;
        this.meters = meters;
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

    /** When a code may go to this number, or empty for now; the number is the caller's until the transaction ends. */
    Optional<Instant> numberFreeAgainAt(byte[] numberHash, Instant now) {
        budgets.lockNumber(numberHash);
        Optional<Instant> freeAgainAt = ofNumber.freeAgainAt(budgets.issuedTo(numberHash, now.minus(OtpPolicy.DAY)));
        freeAgainAt.ifPresent(spent -> count("number"));
        return freeAgainAt;
    }

    /** Pays for one code; when a budget is spent, says when the next one begins, and the caller rolls back. */
    Optional<Instant> spend(String number, Instant now) {
        return spend(Scope.PREFIX, hash.ofPrefix(number, prefixDigits), ofPrefix, now)
                .or(() -> spend(Scope.BANK, WHOLE_BANK, ofBank, now));
    }

    /** For a code that was paid for at {@code spentAt} and never left. */
    void giveBack(String number, Instant spentAt) {
        budgets.giveBack(Scope.PREFIX, hash.ofPrefix(number, prefixDigits), ofPrefix, spentAt);
        budgets.giveBack(Scope.BANK, WHOLE_BANK, ofBank, spentAt);
    }

    private Optional<Instant> spend(Scope scope, byte[] key, Budget budget, Instant now) {
        if (budgets.spend(scope, key, budget, now)) {
            return Optional.empty();
        }
        count(scope.name().toLowerCase(Locale.ROOT));
        return Optional.of(budget.freeAgainAt(now));
    }

    private void count(String scope) {
        meters.counter("mobile_token_otp_budget_spent", "scope", scope).increment();
    }
}
