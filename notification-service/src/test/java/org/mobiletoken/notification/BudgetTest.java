package org.mobiletoken.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mobiletoken.notification.bank.BankSmsc;
import org.mobiletoken.notification.bank.Numbers;
import org.mobiletoken.notification.bank.Otps;
import org.mobiletoken.notification.bank.Rows;
import org.mobiletoken.notification.bank.TinyDirectory;
import org.mobiletoken.notification.bank.WithBank;
import org.mobiletoken.notification.rules.NumberHash;
import org.mobiletoken.testing.MovableClock;

@QuarkusTest
@WithBank
class BudgetTest {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final String TOO_MANY = "urn:mobile-token:problem:too-many-codes";
    private static final int THROTTLED = 0x58;

    @Inject
    Rows rows;

    @Inject
    MovableClock clock;

    @Inject
    NotificationSettings settings;

    @Inject
    PurgeOldRecords purge;

    BankSmsc smsc;
    TinyDirectory directory;

    private final String number = Numbers.any();

    @BeforeEach
    void the_links_are_bound() {
        Awaitility.await().until(() -> smsc.sessions() == 2);
    }

    @Test
    void a_number_has_ten_codes_a_day_whoever_asks_and_however_many_at_once() throws Exception {
        List<Integer> statuses = inParallel(16, () -> ask(customer()).statusCode());
        assertThat(statuses).filteredOn(status -> status == 201).hasSize(10);
        assertThat(statuses).containsOnly(201, 429);
        assertThat(smsc.received(number)).hasSize(10);
        clock.advance(Duration.ofHours(24));
        ask(customer()).then().statusCode(201);
    }

    @Test
    void a_code_that_never_left_costs_nobody_anything() {
        String customer = customer();
        smsc.refuseWith(THROTTLED);
        try {
            for (int i = 0; i < 11; i++) {
                ask(customer).then().statusCode(503);
            }
        } finally {
            smsc.refuseWith(0);
        }
        ask(customer).then().statusCode(201);
        assertThat(spentByPrefix()).isEqualTo(1);
    }

    @Test
    void the_numbers_that_begin_alike_have_a_budget_together_and_a_refusal_leaves_nothing_behind() {
        String customer = customer();
        UUID flow = UUID.randomUUID();
        Response first = Otps.send(customer, flow);
        first.then().statusCode(201);
        String code = Otps.codeIn(smsc, number);
        rows.change("update otp_budget set spent = 200 where scope = 'PREFIX' and key_hash = ?", prefix());
        clock.advance(Duration.ofSeconds(60));
        Otps.send(customer, flow)
                .then()
                .statusCode(429)
                .header("Retry-After", matchesPattern("\\d+"))
                .body("type", equalTo(TOO_MANY));
        assertThat(rows.codeStates(customer)).containsExactly("ACTIVE");
        assertThat(rows.messageStates(customer)).containsExactly("ACCEPTED");
        Otps.verify(first.path("otpId"), customer, code).then().statusCode(200);
        clock.advance(HOUR);
        ask(customer).then().statusCode(201);
    }

    @Test
    void what_was_spent_long_ago_is_forgotten() {
        byte[] anyKey = UUID.randomUUID().toString().getBytes(StandardCharsets.US_ASCII);
        rows.change("insert into otp_budget values ('BANK', ?, now(), 1, 7)", anyKey);
        purge.purge();
        assertThat(rows.list("select spent from otp_budget where key_hash = ?", anyKey))
                .containsExactly("1");
        clock.advance(settings.otp().keep().plus(HOUR));
        purge.purge();
        assertThat(rows.list("select spent from otp_budget where key_hash = ?", anyKey))
                .isEmpty();
    }

    private String customer() {
        String customer = UUID.randomUUID().toString();
        directory.knows(customer, number, "en");
        return customer;
    }

    private static Response ask(String customer) {
        return Otps.send(customer, UUID.randomUUID());
    }

    private long spentByPrefix() {
        return rows.list("select spent from otp_budget where scope = 'PREFIX' and key_hash = ?", prefix()).stream()
                .mapToLong(Long::parseLong)
                .sum();
    }

    private Object prefix() {
        return new NumberHash(settings.otp().secret().getBytes(StandardCharsets.UTF_8))
                .ofPrefix(number, settings.otp().prefixDigits());
    }

    private static <T> List<T> inParallel(int times, Callable<T> call) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads
                    .invokeAll(IntStream.range(0, times).mapToObj(i -> call).toList())
                    .stream()
                    .map(Future::resultNow)
                    .toList();
        }
    }
}
