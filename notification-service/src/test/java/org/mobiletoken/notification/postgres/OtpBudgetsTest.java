package org.mobiletoken.notification.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mobiletoken.notification.bank.Rows;
import org.mobiletoken.notification.bank.WithBank;
import org.mobiletoken.notification.postgres.OtpBudgets.Payment;
import org.mobiletoken.notification.postgres.OtpBudgets.Scope;
import org.mobiletoken.notification.rules.Budget;

@QuarkusTest
@WithBank
class OtpBudgetsTest {

    private static final Instant NOW = Instant.parse("2026-11-24T03:30:00Z");
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Budget SEVEN = new Budget(7, HOUR);

    @Inject
    OtpBudgets budgets;

    @Inject
    Sql sql;

    @Inject
    Rows rows;

    private final byte[] anyKey = UUID.randomUUID().toString().getBytes(StandardCharsets.US_ASCII);

    @Test
    void exactly_the_budget_passes_and_what_is_given_back_passes_again() throws Exception {
        List<Optional<Scope>> paid = inParallel(40, () -> pay(SEVEN, NOW));
        assertThat(paid).filteredOn(Optional::isEmpty).hasSize(7);
        assertThat(paid).filteredOn(Optional::isPresent).containsOnly(Optional.of(Scope.BANK));
        sql.together(OtpBudgets.giveBack(List.of(payment(SEVEN, NOW))));
        assertThat(pay(SEVEN, NOW)).isEmpty();
        assertThat(pay(SEVEN, NOW)).contains(Scope.BANK);
        assertThat(pay(SEVEN, NOW.plus(HOUR))).isEmpty();
    }

    @Test
    void a_limit_that_was_lowered_meanwhile_holds_at_once() {
        for (int i = 0; i < 3; i++) {
            assertThat(pay(SEVEN, NOW)).isEmpty();
        }
        assertThat(pay(new Budget(3, HOUR), NOW)).contains(Scope.BANK);
        assertThat(pay(new Budget(4, HOUR), NOW)).isEmpty();
    }

    @Test
    void a_spent_budget_takes_back_what_was_to_be_paid_for() {
        String customer = UUID.randomUUID().toString();
        Payment all = payment(new Budget(1, HOUR), NOW);
        Optional<Scope> spent = QuarkusTransaction.requiringNew()
                .call(() -> budgets.conclude(List.of(Customers.add(customer)), List.of(all, all)));
        assertThat(spent).contains(Scope.BANK);
        assertThat(rows.list("select 1 from customer where customer_id = ?", customer))
                .isEmpty();
        assertThat(rows.list("select spent from otp_budget where key_hash = ?", anyKey))
                .isEmpty();
    }

    private Optional<Scope> pay(Budget budget, Instant at) {
        return QuarkusTransaction.requiringNew().call(() -> budgets.conclude(List.of(), List.of(payment(budget, at))));
    }

    private Payment payment(Budget budget, Instant at) {
        return new Payment(Scope.BANK, anyKey, budget, at);
    }

    private static <T> List<T> inParallel(int times, Callable<T> call) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads
                    .invokeAll(IntStream.range(0, times).mapToObj(i -> call).toList())
                    .stream()
                    .map(Future::resultNow)
                    .toList();
        }
    }
}
