package org.mobiletoken.notification.postgres;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.mobiletoken.notification.rules.Budget;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * What codes have cost, shared by all replicas. Whoever pays holds what is paid from until the transaction ends, so exactly the
 * budget passes however many ask at once; what is paid goes out last, the narrower scope first, and together with the commit.
 */
@ApplicationScoped
public class OtpBudgets {

    /** From what a code is paid besides the customer's and the number's own limits; named are the constraints of the limits. */
    public enum Scope {
        PREFIX("otp_budget_of_prefix_lasts"),
        BANK("otp_budget_of_bank_lasts");

        private final String constraint;

        Scope(String constraint) {
            this.constraint = constraint;
        }
    }

    /** One code's price: to be paid from this budget in the period of this moment. */
    @SuppressWarnings("ArrayRecordComponent")
    public record Payment(Scope scope, byte[] key, Budget budget, Instant at) {}

    private static final String PAY = """
            insert into otp_budget (scope, key_hash, window_start, spent, codes) values (?, ?, ?, ?, ?)
            on conflict on constraint otp_budget_pkey do update
            set spent = otp_budget.spent + excluded.spent, codes = excluded.codes""";

    private static final String GIVE_BACK = """
            update otp_budget set spent = spent - 1
            where scope = ? and key_hash = ? and window_start = ? and spent > 0""";

    private final Sql sql;

    public OtpBudgets(Sql sql) {
        this.sql = sql;
    }

    /** Sends what came before, pays and commits; a budget that is spent takes back all of the transaction and is told. */
    Optional<Scope> conclude(List<Command> before, List<Payment> payments) {
        List<Command> commands = new ArrayList<>(before);
        commands.addAll(pay(payments));
        commands.add(Command.COMMIT);
        try {
            sql.together(commands);
            return Optional.empty();
        } catch (DatabaseFailure e) {
            Scope spent = spent(e).orElseThrow(() -> e);
            sql.together(List.of(Command.LET_GO));
            return Optional.of(spent);
        }
    }

    /** For codes that were paid for and then never left; to be sent as what is paid is, last and with the commit. */
    static List<Command> giveBack(List<Payment> payments) {
        return payments.stream()
                .map(payment -> Command.of(
                        GIVE_BACK,
                        payment.scope(),
                        payment.key(),
                        payment.budget().periodOf(payment.at())))
                .toList();
    }

    /** Deletes the periods that began before {@code before}, and says how many they were. */
    public int purge(Instant before) {
        return sql.change("delete from otp_budget where window_start < ?", before);
    }

    /** Payments from one budget go out as one, and everybody pays in the same order. */
    private static List<Command> pay(List<Payment> payments) {
        Map<Budgeted, Long> prices = new TreeMap<>();
        payments.forEach(payment -> prices.merge(Budgeted.of(payment), 1L, Long::sum));
        return prices.entrySet().stream()
                .map(price -> Command.of(
                        PAY,
                        price.getKey().scope(),
                        price.getKey().key(),
                        price.getKey().period(),
                        price.getValue(),
                        price.getKey().codes()))
                .toList();
    }

    /** What is paid from, the narrower scope first. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Budgeted(Scope scope, byte[] key, Instant period, long codes) implements Comparable<Budgeted> {
        static Budgeted of(Payment payment) {
            Budget budget = payment.budget();
            return new Budgeted(payment.scope(), payment.key(), budget.periodOf(payment.at()), budget.codes());
        }

        @Override
        public int compareTo(Budgeted other) {
            int byScope = scope.compareTo(other.scope);
            int byKey = byScope != 0 ? byScope : Arrays.compare(key, other.key);
            return byKey != 0 ? byKey : period.compareTo(other.period);
        }
    }

    private static Optional<Scope> spent(DatabaseFailure failure) {
        ServerErrorMessage message =
                failure.why() instanceof PSQLException refusal ? refusal.getServerErrorMessage() : null;
        return message == null
                ? Optional.empty()
                : Arrays.stream(Scope.values())
                        .filter(scope -> scope.constraint.equals(message.getConstraint()))
                        .findFirst();
    }
}
