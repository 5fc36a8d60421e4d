package org.mobiletoken.notification;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mobiletoken.groupcommit.GroupCommit;
import org.mobiletoken.notification.postgres.OneTimePasswords;
import org.mobiletoken.notification.postgres.OtpBudgets.Payment;
import org.mobiletoken.notification.postgres.OtpBudgets.Scope;
import org.mobiletoken.notification.postgres.OtpReservations;
import org.mobiletoken.notification.postgres.OtpReservations.Asked;
import org.mobiletoken.notification.postgres.OtpReservations.Held;
import org.mobiletoken.notification.postgres.OtpReservations.Reservation;
import org.mobiletoken.notification.rules.CodeState;
import org.mobiletoken.notification.rules.IssueDecision;
import org.mobiletoken.notification.rules.IssueDecision.Issue;
import org.mobiletoken.notification.rules.IssuedCode;
import org.mobiletoken.notification.rules.OtpPolicy;

/**
 * Decides whether a code may be sent, writes it down and pays for it. What is asked for at the same time is decided in one
 * transaction; whoever cannot be held at once, or finds a budget spent, is decided alone.
 */
@ApplicationScoped
public class ReserveCode {

    /** A code whose caller waits for the decision. */
    private final class Deciding {
        private final PlannedCode code;
        private final Asked asked;
        private @Nullable IssueDecision decision;

        Deciding(PlannedCode code) {
            this.code = code;
            this.asked = new Asked(
                    code.flow(), budgets.hashOf(code.number()), code.at().minus(OtpPolicy.DAY));
        }

        String customer() {
            return code.flow().customerId();
        }
    }

    private final OneAtATime oneAtATime;
    private final OtpReservations reservations;
    private final OneTimePasswords otps;
    private final SpendBudget budgets;
    private final OtpPolicy policy;
    private final GroupCommit<Deciding> group;

    public ReserveCode(
            OneAtATime oneAtATime,
            OtpReservations reservations,
            OneTimePasswords otps,
            SpendBudget budgets,
            NotificationSettings settings) {
        this.oneAtATime = oneAtATime;
        this.reservations = reservations;
        this.otps = otps;
        this.budgets = budgets;
        this.policy = IssueOtp.policy(settings.otp());
        this.group = new GroupCommit<>("reserve-codes", Deciding::customer, this::decideFree);
    }

    void start(@Observes StartupEvent start) {
        group.start();
    }

    void stop(@Observes ShutdownEvent stop) {
        group.close();
    }

    IssueDecision reserve(PlannedCode code) {
        var deciding = new Deciding(code);
        group.await(deciding);
        return deciding.decision != null ? deciding.decision : decideAlone(deciding);
    }

    /** Requests of one customer wait for each other, so a flow asked for many codes at once holds one connection. */
    private IssueDecision decideAlone(Deciding deciding) {
        return oneAtATime.perCustomer(
                deciding.customer(),
                () -> QuarkusTransaction.requiringNew().call(() -> {
                    IssueDecision decision = decide(deciding, reservations.hold(deciding.asked));
                    return conclude(Map.of(deciding, decision))
                            .<IssueDecision>map(spent ->
                                    new IssueDecision.BudgetSpent(budgets.freeAgainAt(spent, deciding.code.at())))
                            .orElse(decision);
                }));
    }

    private void decideFree(List<Deciding> together) {
        List<Deciding> apart = toDifferentNumbers(together);
        Map<Deciding, IssueDecision> decided = new IdentityHashMap<>();
        boolean paid = QuarkusTransaction.requiringNew().call(() -> {
            List<Optional<Held>> held = reservations.holdFree(
                    apart.stream().map(deciding -> deciding.asked).toList());
            for (int i = 0; i < apart.size(); i++) {
                Deciding deciding = apart.get(i);
                held.get(i).ifPresent(one -> decided.put(deciding, decide(deciding, one)));
            }
            return conclude(decided).isEmpty();
        });
        if (paid) {
            decided.forEach((deciding, decision) -> deciding.decision = decision);
        }
    }

    /** A second code to a number is decided when the first one is there to be counted. */
    private static List<Deciding> toDifferentNumbers(List<Deciding> together) {
        Set<Long> numbers = new HashSet<>();
        return together.stream()
                .filter(deciding -> numbers.add(deciding.asked.numberKey()))
                .toList();
    }

    private IssueDecision decide(Deciding deciding, Held held) {
        PlannedCode code = deciding.code;
        IssueDecision decision = policy.issue(code.flow(), held.codes(), code.at());
        return decision instanceof Issue
                ? budgets.numberFreeAgainAt(held.sentToNumber())
                        .<IssueDecision>map(IssueDecision.DaySpent::new)
                        .orElse(decision)
                : decision;
    }

    /** Writes down and pays what may be sent and commits; a budget that is spent takes all back. */
    private Optional<Scope> conclude(Map<Deciding, IssueDecision> decided) {
        List<Reservation> toWrite = new ArrayList<>();
        List<Payment> toPay = new ArrayList<>();
        decided.forEach((deciding, decision) -> {
            if (decision instanceof Issue issue) {
                toWrite.add(reservation(deciding, issue));
                toPay.addAll(budgets.price(deciding.code.number(), deciding.code.at()));
            }
        });
        if (toWrite.isEmpty()) {
            otps.letGo();
            return Optional.empty();
        }
        return reservations.conclude(toWrite, toPay);
    }

    private static Reservation reservation(Deciding deciding, Issue issue) {
        PlannedCode planned = deciding.code;
        var code =
                new IssuedCode(planned.otpId(), planned.flow(), CodeState.SENDING, 0, planned.at(), issue.expiresAt());
        return new Reservation(
                code,
                planned.hash(),
                deciding.asked.numberHash(),
                planned.message().id(),
                planned.message().template());
    }
}
