package org.mobiletoken.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.mobiletoken.enrolment.testing.FakeNeighbours;
import org.mobiletoken.enrolment.testing.Phone;
import org.mobiletoken.enrolment.testing.Phones;
import org.mobiletoken.enrolment.testing.Rows;

@ServiceTest
class RacesTest {

    private static final List<String> WRONG = List.of("9", "9", "9");

    @Inject
    Phones phones;

    @Inject
    FakeNeighbours neighbours;

    @Inject
    Rows rows;

    @Test
    void two_hundred_parallel_wrong_identities_cost_exactly_the_tries_of_the_enrolment_and_of_the_day() {
        Phone phone = phones.ofNewCustomer("investment");
        String first = Phone.id(phone.open());
        List<Integer> answers = inParallel(
                Collections.nCopies(200, () -> phone.checkIdentity(first, WRONG).statusCode()));
        assertThat(answers)
                .as("checked, refused, or turned away by a busy machine")
                .isSubsetOf(422, 409, 503);
        assertThat(answers).filteredOn(status -> status == 422).hasSizeLessThanOrEqualTo(3);
        assertThat(neighbours.hkidChecksOf(phone.customerId)).isEqualTo(3);

        String second = Phone.id(phone.open());
        String third = Phone.id(phone.open());
        List<Integer> later = inParallel(Collections.nCopies(100, second).stream()
                .<Callable<Integer>>mapMulti((_, calls) -> {
                    calls.accept(() -> phone.checkIdentity(second, WRONG).statusCode());
                    calls.accept(() -> phone.checkIdentity(third, WRONG).statusCode());
                })
                .toList());
        assertThat(later).isSubsetOf(422, 409, 429, 503);
        assertThat(neighbours.hkidChecksOf(phone.customerId)).isEqualTo(6);
        assertThat(rows.select("select failures::text from identity_failure where customer_id = ?", phone.customerId))
                .containsExactly("6");
    }

    @Test
    void of_two_enables_that_race_in_different_apps_one_wins() {
        Phone investment = phones.ofNewCustomer("investment");
        Response one = investment.upToPasscode(Map.of());
        Phone banking = investment.otherApp("mobile-banking");
        Response other = banking.upToPasscode(Map.of());

        assertThat(inParallel(List.of(
                        () -> investment.setPasscode(one, Phone.PASSCODE).statusCode(),
                        () -> banking.setPasscode(other, Phone.PASSCODE).statusCode())))
                .containsExactlyInAnyOrder(201, 409);
        assertThat(rows.select(
                        "select id::text from credential where customer_id = ? and ended_at is null",
                        investment.customerId))
                .hasSize(1);
    }

    @Test
    void of_two_enables_that_race_in_the_same_app_one_wins() {
        Phone phone = phones.ofNewCustomer("investment");
        Response one = phone.upToPasscode(Map.of());
        Phone elsewhere = phone.otherDevice();
        Response other = elsewhere.upToPasscode(Map.of());

        assertThat(inParallel(List.of(
                        () -> phone.setPasscode(one, Phone.PASSCODE).statusCode(),
                        () -> elsewhere.setPasscode(other, Phone.PASSCODE).statusCode())))
                .containsExactlyInAnyOrder(201, 409);
    }

    @Test
    void a_passcode_set_twenty_times_in_parallel_makes_one_token() {
        Phone phone = phones.ofNewCustomer("investment");
        Response opened = phone.upToPasscode(Map.of());
        String proof = phone.passcodeProof(opened, Phone.PASSCODE);
        List<Integer> answers = inParallel(Collections.nCopies(
                20,
                () -> phone.request()
                        .body(Map.of("proof", proof))
                        .post("/v1/enrolments/{id}/passcode", Phone.id(opened))
                        .statusCode()));
        assertThat(answers).filteredOn(status -> status == 201).hasSize(1);
        assertThat(rows.select("select id::text from token where customer_id = ?", phone.customerId))
                .hasSize(1);
    }

    @Test
    void a_key_that_is_live_with_another_customer_enables_nothing() {
        Phone owner = phones.ofNewCustomer("investment");
        owner.enable();
        Phone other = owner.ofCustomer(phones.ofNewCustomer("investment").customerId);
        Response opened = other.upToPasscode(Map.of());
        other.setPasscode(opened, Phone.PASSCODE).then().statusCode(409).body("type", endsWith("enrolment-ended"));
        other.token().then().body("state", equalTo("NOT_ENABLED"));
        owner.token().then().body("state", equalTo("ENABLED"));
    }

    private static List<Integer> inParallel(List<? extends Callable<Integer>> calls) {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> futures = calls.stream()
                    .map(executor::submit)
                    .<Future<Integer>>map(future -> future)
                    .toList();
            return futures.stream().map(RacesTest::result).toList();
        }
    }

    private static Integer result(Future<Integer> future) {
        try {
            return future.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
