package org.mobiletoken.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
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

@QuarkusTest
@WithBank
class OtpInParallelTest {

    @Inject
    Rows rows;

    BankSmsc smsc;
    TinyDirectory directory;

    private final String customer = UUID.randomUUID().toString();
    private final String number = Numbers.any();

    @BeforeEach
    void the_directory_knows_the_customer() {
        directory.knows(customer, number, "en");
        Awaitility.await().until(() -> smsc.sessions() == 2);
    }

    @Test
    void the_same_code_submitted_20_times_in_parallel_is_accepted_once() throws Exception {
        String otpId = Otps.send(customer, UUID.randomUUID()).path("otpId");
        String code = Otps.codeIn(smsc, number);
        List<Integer> statuses =
                inParallel(20, () -> Otps.verify(otpId, customer, code).statusCode());
        assertThat(statuses).filteredOn(status -> status == 200).hasSize(1);
        assertThat(statuses).filteredOn(status -> status == 409).hasSize(19);
        assertThat(rows.codeStates(customer)).containsExactly("USED");
    }

    @Test
    void two_hundred_wrong_codes_in_parallel_cost_exactly_five() throws Exception {
        String otpId = Otps.send(customer, UUID.randomUUID()).path("otpId");
        String wrong = Otps.otherThan(Otps.codeIn(smsc, number));
        List<Integer> statuses =
                inParallel(200, () -> Otps.verify(otpId, customer, wrong).statusCode());
        assertThat(statuses).filteredOn(status -> status == 422).hasSize(5);
        assertThat(statuses).filteredOn(status -> status == 409).hasSize(195);
        assertThat(rows.list("select wrong_entries from otp where customer_id = ?", customer))
                .containsExactly("5");
    }

    @Test
    void a_flow_asked_for_20_codes_in_parallel_sends_one() throws Exception {
        UUID flow = UUID.randomUUID();
        List<Integer> statuses = inParallel(20, () -> Otps.send(customer, flow).statusCode());
        assertThat(statuses).filteredOn(status -> status == 201).hasSize(1);
        assertThat(statuses).filteredOn(status -> status == 429).hasSize(19);
        assertThat(smsc.received(number)).hasSize(1);
    }

    private static List<Integer> inParallel(int times, Callable<Integer> call) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> answers = threads.invokeAll(
                    IntStream.range(0, times).mapToObj(i -> call).toList());
            return answers.stream().map(Future::resultNow).toList();
        }
    }
}
