package org.mobiletoken.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.mobiletoken.device.DeviceKey;
import org.mobiletoken.device.Proof;
import org.mobiletoken.enrolment.testing.FakeNeighbours;
import org.mobiletoken.enrolment.testing.Rows;
import org.mobiletoken.testing.KafkaProbe;

/** Biometric login: on after passcode, code and key in that order, off at any time, and never a way around a freeze. */
@ServiceTest
class BiometricLoginTest extends ReadyPhoneTest {
    private static final String WRONG_CODE = "000000";

    @Inject
    Rows rows;

    @Inject
    DataSource database;

    @Test
    void passcode_then_code_then_key_turn_it_on() {
        ReadyPhone phone = phones.of("mobile-banking");
        DeviceKey biometric = DeviceKey.generate();
        UUID flow = opened(phone);

        code(phone, flow, FakeNeighbours.CODE).then().statusCode(200).body("next", equalTo("KEY"));
        register(phone, flow, biometric).then().statusCode(201).body("biometric", equalTo(true));

        assertThat(lockout.reservedFor(phone.customerId())).isEqualTo(1);
        logIn(phone, biometric).then().statusCode(200).body("method", equalTo("BIOMETRIC"));
        assertThat(lockout.reservedFor(phone.customerId())).isEqualTo(1);
    }

    @Test
    void no_step_can_be_skipped() {
        ReadyPhone phone = phones.of("mobile-banking");
        UUID flow = opened(phone);
        DeviceKey biometric = DeviceKey.generate();

        outOfOrder(register(phone, flow, biometric));
        code(phone, flow, FakeNeighbours.CODE).then().statusCode(200);
        outOfOrder(code(phone, flow, FakeNeighbours.CODE));
        register(phone, flow, biometric).then().statusCode(201);
        outOfOrder(register(phone, flow, DeviceKey.generate()));
    }

    @Test
    void a_wrong_passcode_sends_no_code_and_is_counted() {
        ReadyPhone phone = phones.of("mobile-banking");

        open(phone, ReadyPhone.WRONG_PASSCODE).then().statusCode(422).body("attemptsLeft", equalTo(5));

        assertThat(neighbours.codesSentTo(phone.customerId())).isZero();
        assertThat(lockout.wrongInARow(phone.customerId())).isEqualTo(1);
    }

    @Test
    void while_frozen_no_code_is_sent() {
        ReadyPhone phone = phones.of("mobile-banking");
        lockout.freeze(phone.customerId(), clock.instant().plus(Duration.ofHours(1)));

        open(phone, phone.passcode()).then().statusCode(423);

        assertThat(neighbours.codesSentTo(phone.customerId())).isZero();
    }

    @Test
    void during_the_cooling_off_it_may_be_turned_on() {
        ReadyPhone phone = phones.justEnabled("mobile-banking");

        open(phone, phone.passcode()).then().statusCode(201);
    }

    @Test
    void a_wrong_code_leaves_tries_and_the_flow_open() {
        ReadyPhone phone = phones.of("mobile-banking");
        UUID flow = opened(phone);

        code(phone, flow, WRONG_CODE).then().statusCode(422).body("triesLeft", equalTo(4));
        code(phone, flow, FakeNeighbours.CODE).then().statusCode(200);
    }

    @Test
    void the_flow_ends_after_ten_minutes() {
        ReadyPhone phone = phones.of("mobile-banking");
        UUID flow = opened(phone);
        clock.advance(Duration.ofMinutes(10));

        outOfOrder(code(phone, flow, FakeNeighbours.CODE));
    }

    @Test
    void another_customer_knows_nothing_of_the_flow() {
        ReadyPhone phone = phones.of("mobile-banking");
        UUID flow = opened(phone);

        code(phones.of("mobile-banking"), flow, FakeNeighbours.CODE).then().statusCode(404);
    }

    @Test
    void the_device_key_cannot_pass_for_the_biometric_key() {
        ReadyPhone phone = phones.of("mobile-banking");
        UUID flow = opened(phone);
        code(phone, flow, FakeNeighbours.CODE).then().statusCode(200);

        register(phone, flow, phone.key()).then().statusCode(422);
    }

    @Test
    void a_key_that_opens_another_token_is_refused_and_another_may_follow() {
        DeviceKey taken = turnedOn(phones.of("mobile-banking"));
        ReadyPhone phone = phones.of("mobile-banking");
        UUID flow = opened(phone);
        code(phone, flow, FakeNeighbours.CODE).then().statusCode(200);

        register(phone, flow, taken)
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:mobile-token:problem:proof-refused"));

        register(phone, flow, DeviceKey.generate()).then().statusCode(201);
    }

    @Test
    void while_frozen_biometrics_are_refused_as_well() {
        ReadyPhone phone = phones.of("mobile-banking");
        DeviceKey biometric = turnedOn(phone);
        lockout.freeze(phone.customerId(), clock.instant().plus(Duration.ofHours(1)));

        logIn(phone, biometric).then().statusCode(423);
    }

    @Test
    void without_an_answer_about_the_freeze_biometrics_verify_nothing() {
        ReadyPhone phone = phones.of("mobile-banking");
        DeviceKey biometric = turnedOn(phone);
        lockout.goAway();

        logIn(phone, biometric).then().statusCode(503);
    }

    @Test
    void a_lockout_service_that_is_asked_about_single_customers_only_is_asked_so() {
        ReadyPhone phone = phones.of("mobile-banking");
        DeviceKey biometric = turnedOn(phone);
        lockout.forgetFreezeChecks();

        logIn(phone, biometric).then().statusCode(200);
        lockout.freeze(phone.customerId(), clock.instant().plus(Duration.ofHours(1)));
        logIn(phone, biometric).then().statusCode(423);
    }

    @Test
    void a_proof_that_met_a_freeze_or_no_answer_is_used_up() {
        ReadyPhone phone = phones.of("mobile-banking");
        DeviceKey biometric = turnedOn(phone);
        String meetsFreeze = loginProof(phone, biometric);
        String meetsNoAnswer = loginProof(phone, biometric);
        lockout.freeze(phone.customerId(), clock.instant().plus(Duration.ofHours(1)));
        phone.logIn(meetsFreeze).then().statusCode(423);
        phone.logIn(meetsFreeze).then().statusCode(409);
        lockout.unfreeze(phone.customerId());
        lockout.goAway();
        phone.logIn(meetsNoAnswer).then().statusCode(503);

        lockout.reset();

        usedUp(phone.logIn(meetsFreeze));
        usedUp(phone.logIn(meetsNoAnswer));
    }

    @Test
    void the_same_proof_submitted_fifty_times_in_parallel_verifies_once_and_is_told_once() throws Exception {
        ReadyPhone phone = phones.of("mobile-banking");
        DeviceKey biometric = turnedOn(phone);
        String proof = loginProof(phone, biometric);

        List<Integer> statuses =
                inParallel(Collections.nCopies(50, () -> phone.logIn(proof).statusCode()));

        assertThat(statuses).filteredOn(status -> status == 200).hasSize(1);
        assertThat(statuses).filteredOn(status -> status == 409).hasSize(49);
        assertThat(told(List.of(phone))).hasSize(1);
    }

    @Test
    void customers_who_log_in_at_the_same_time_are_each_verified_and_told_once() throws Exception {
        Map<ReadyPhone, DeviceKey> keys = new LinkedHashMap<>();
        for (int i = 0; i < 20; i++) {
            ReadyPhone phone = phones.of("investment");
            keys.put(phone, turnedOn(phone));
        }
        List<Callable<String>> logins = new ArrayList<>();
        keys.forEach((phone, biometric) -> logins.add(
                () -> logIn(phone, biometric).then().statusCode(200).extract().path("customerId")));

        List<String> verified = inParallel(logins);

        List<String> customers =
                keys.keySet().stream().map(ReadyPhone::customerId).toList();
        assertThat(verified).isEqualTo(customers);
        assertThat(told(keys.keySet())).containsExactlyInAnyOrderElementsOf(customers);
    }

    @Test
    void a_customer_who_is_held_elsewhere_is_verified_once_let_go_and_delays_nobody() throws Exception {
        ReadyPhone held = phones.of("mobile-banking");
        DeviceKey heldKey = turnedOn(held);
        ReadyPhone free = phones.of("mobile-banking");
        DeviceKey freeKey = turnedOn(free);
        try (var thread = Executors.newSingleThreadExecutor();
                var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (var lock = connection.prepareStatement("select from customer where customer_id = ? for update")) {
                lock.setString(1, held.customerId());
                lock.execute();
            }
            Future<Integer> waiting = thread.submit(() -> logIn(held, heldKey).statusCode());

            logIn(free, freeKey).then().statusCode(200);

            assertThat(waiting.isDone()).isFalse();
            connection.rollback();
            assertThat(waiting.get()).isEqualTo(200);
        }
    }

    @Test
    void a_disable_during_a_running_verification_wins() {
        ReadyPhone phone = phones.of("mobile-banking");
        DeviceKey biometric = turnedOn(phone);
        lockout.beforeTellingFreeze(() -> phones.disable(phone));
        String proof = loginProof(phone, biometric);

        phone.logIn(proof).then().statusCode(409).body("type", equalTo("urn:mobile-token:problem:token-ended"));

        assertThat(told(List.of(phone))).isEmpty();
    }

    @Test
    void once_turned_off_the_key_is_dead() {
        ReadyPhone phone = phones.of("mobile-banking");
        DeviceKey biometric = turnedOn(phone);

        phone.inSession().delete("/v1/token/biometric").then().statusCode(200).body("biometric", equalTo(false));

        logIn(phone, biometric).then().statusCode(422).body("type", equalTo("urn:mobile-token:problem:proof-refused"));
    }

    @Test
    void disabling_the_token_kills_the_biometric_key() {
        ReadyPhone phone = phones.of("mobile-banking");
        DeviceKey biometric = turnedOn(phone);
        phones.disable(phone);

        logIn(phone, biometric).then().statusCode(422);
    }

    private DeviceKey turnedOn(ReadyPhone phone) {
        DeviceKey biometric = DeviceKey.generate();
        UUID flow = opened(phone);
        code(phone, flow, FakeNeighbours.CODE).then().statusCode(200);
        register(phone, flow, biometric).then().statusCode(201);
        return biometric;
    }

    private UUID opened(ReadyPhone phone) {
        return UUID.fromString(
                open(phone, phone.passcode()).then().statusCode(201).extract().path("biometricEnrolmentId"));
    }

    private Response open(ReadyPhone phone, String passcode) {
        String challenge = ReadyPhone.challenge(phone.inSession(), "biometric-enrolment", phone.key(), null);
        String proof = Proof.of(phone.key(), "biometric-enrolment", challenge, clock.instant())
                .withPasscode(ReadyPhone.encrypt(passcode, challenge))
                .sign();
        return phone.inSession().body(Map.of("proof", proof)).post("/v1/biometric-enrolments");
    }

    private static Response code(ReadyPhone phone, UUID flow, String code) {
        return phone.inSession().body(Map.of("code", code)).post("/v1/biometric-enrolments/" + flow + "/otp");
    }

    private Response register(ReadyPhone phone, UUID flow, DeviceKey biometric) {
        String challenge = ReadyPhone.challenge(phone.inSession(), "biometric-key", biometric, flow);
        String proof = Proof.of(biometric, "biometric-key", challenge, clock.instant())
                .introducingKey()
                .sign();
        return phone.inSession().body(Map.of("proof", proof)).post("/v1/biometric-enrolments/" + flow + "/key");
    }

    private Response logIn(ReadyPhone phone, DeviceKey biometric) {
        return phone.logIn(loginProof(phone, biometric));
    }

    private String loginProof(ReadyPhone phone, DeviceKey biometric) {
        String challenge = ReadyPhone.challenge(phone.gateway(), "login", biometric, null);
        return Proof.of(biometric, "login", challenge, clock.instant()).sign();
    }

    /** The customers of the logins by biometrics that were told of, once everything has been. */
    private List<String> told(Collection<ReadyPhone> of) {
        await().until(() ->
                rows.select("select id::text from outbox where topic <> ?", "").isEmpty());
        Set<String> customers = of.stream().map(ReadyPhone::customerId).collect(Collectors.toSet());
        try (KafkaProbe probe = KafkaProbe.open()) {
            return probe.records("mobile-token.verification.v1").stream()
                    .filter(record -> customers.contains(record.key()))
                    .filter(record -> KafkaProbe.json(record).contains("\"BIOMETRIC\""))
                    .map(ConsumerRecord::key)
                    .toList();
        }
    }

    private static void usedUp(Response response) {
        response.then().statusCode(409).body("type", equalTo("urn:mobile-token:problem:challenge-used"));
    }

    private static void outOfOrder(Response response) {
        response.then()
                .statusCode(409)
                .body("type", equalTo("urn:mobile-token:problem:biometric-enrolment-out-of-order"));
    }
}
