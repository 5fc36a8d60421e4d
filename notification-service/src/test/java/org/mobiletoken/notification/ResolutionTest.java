package org.mobiletoken.notification;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mobiletoken.events.Event;
import org.mobiletoken.events.EventTypes;
import org.mobiletoken.events.Topics;
import org.mobiletoken.events.notification.MessageAccepted;
import org.mobiletoken.events.notification.MessageFailed;
import org.mobiletoken.notification.bank.BankSmsc;
import org.mobiletoken.notification.bank.Numbers;
import org.mobiletoken.notification.bank.Rows;
import org.mobiletoken.notification.bank.TinyDirectory;
import org.mobiletoken.notification.bank.WithBank;
import org.mobiletoken.testing.KafkaProbe;
import org.mobiletoken.testing.TestTokens;

@QuarkusTest
@WithBank
class ResolutionTest {

    private static final String NOT_IN_DOUBT = "urn:mobile-token:problem:not-in-doubt";

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
    void a_doubt_is_listed_until_it_is_resolved_as_sent() {
        UUID message = doubt("NOTICE", "unfrozen");
        listed().then().body("messages.messageId", hasItem(message.toString()));
        resolve(message, "SENT").then().statusCode(200).body("state", equalTo("ACCEPTED"));
        listed().then().body("messages.messageId", not(hasItem(message.toString())));
        assertThat(smsc.received(number)).isEmpty();
        awaitEvent(MessageAccepted.class);
    }

    @Test
    void a_message_resolved_as_not_sent_has_failed() {
        UUID message = doubt("OTP", "otp-login");
        resolve(message, "NOT_SENT").then().statusCode(200).body("state", equalTo("FAILED"));
        assertThat(rows.messageStates(customer)).containsExactly("FAILED");
        awaitEvent(MessageFailed.class);
    }

    @Test
    void a_notice_that_was_not_sent_is_sent_again_once_however_many_say_so() throws Exception {
        UUID message = doubt("NOTICE", "unfrozen");
        List<Integer> statuses;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            statuses = threads
                    .invokeAll(IntStream.range(0, 8)
                            .<Callable<Integer>>mapToObj(
                                    i -> () -> resolve(message, "SEND_AGAIN").statusCode())
                            .toList())
                    .stream()
                    .map(Future::resultNow)
                    .toList();
        }
        assertThat(statuses).filteredOn(status -> status == 200).hasSize(1);
        assertThat(statuses).filteredOn(status -> status == 409).hasSize(7);
        Awaitility.await().until(() -> rows.messageStates(customer).equals(List.of("ACCEPTED")));
        assertThat(smsc.received(number)).hasSize(1);
        resolve(message, "SEND_AGAIN").then().statusCode(409).body("type", equalTo(NOT_IN_DOUBT));
        assertThat(rows.list("select verdict from message_resolution where customer_id = ?", customer))
                .containsExactly("SEND_AGAIN");
    }

    @Test
    void a_code_is_never_sent_again() {
        UUID message = doubt("OTP", "otp-login");
        resolve(message, "SEND_AGAIN")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:mobile-token:problem:never-sent-again"));
        assertThat(rows.messageStates(customer)).containsExactly("UNKNOWN");
    }

    @Test
    void what_was_decided_by_whom_and_why_can_be_read() {
        UUID message = doubt("NOTICE", "unfrozen");
        resolve(message, "SENT").then().statusCode(200);
        given().auth()
                .oauth2(operator())
                .get("/v1/customers/" + customer + "/messages")
                .then()
                .body("messages[0].resolutions[0].verdict", equalTo("SENT"))
                .body("messages[0].resolutions[0].reason", equalTo("Found in the log of the SMS centre"))
                .body("messages[0].resolutions[0].reference", equalTo("INC-4711"))
                .body("messages[0].resolutions[0].resolvedBy", equalTo("operator.ng"));
    }

    @Test
    void a_message_of_another_customer_or_of_nobody_is_not_found() {
        UUID message = doubt("NOTICE", "unfrozen");
        resolve(message, UUID.randomUUID().toString(), "SENT").then().statusCode(404);
        resolve(UUID.randomUUID(), "SENT").then().statusCode(404);
    }

    @Test
    void doubts_are_read_oldest_first_page_by_page() {
        List<String> made = IntStream.range(0, 3)
                .mapToObj(i -> doubt("NOTICE", "unfrozen").toString())
                .toList();
        String before = rows.list("select min(sequence) - 1 from message where customer_id = ?", customer)
                .getFirst();
        Response first = listed("&limit=2&after=" + before);
        Response second = listed("&limit=2&after=" + first.path("after"));
        assertThat(first.<List<String>>path("messages.messageId")).isEqualTo(made.subList(0, 2));
        assertThat(second.<List<String>>path("messages.messageId")).startsWith(made.get(2));
    }

    @Test
    void a_resolution_needs_a_reason_and_a_reference_and_the_list_a_state() {
        UUID message = doubt("NOTICE", "unfrozen");
        for (String missing : List.of("reason", "reference", "verdict", "customerId")) {
            Map<String, String> body = new HashMap<>(body(customer, "SENT"));
            body.remove(missing);
            resolve(message, body).then().statusCode(400);
        }
        given().auth().oauth2(operator()).get("/v1/messages").then().statusCode(400);
        given().auth()
                .oauth2(operator())
                .get("/v1/messages?state=ACCEPTED")
                .then()
                .statusCode(400);
    }

    private UUID doubt(String kind, String template) {
        UUID id = UUID.randomUUID();
        rows.change("""
                insert into message (customer_id, message_id, cause_id, kind, template, channel, state, reason, happened_at,
                                     created_at, queued_at, settled_at)
                values (?, ?, gen_random_uuid(), ?, ?, 'SMS', 'UNKNOWN', 'no-answer', now(), now(), now(), now())""", customer, id, kind, template);
        return id;
    }

    private void awaitEvent(Class<? extends Event> type) {
        try (KafkaProbe probe = KafkaProbe.open()) {
            probe.await(Topics.NOTIFICATION, customer, EventTypes.of(type));
        }
    }

    private static Response listed() {
        return listed("&limit=200");
    }

    private static Response listed(String query) {
        return given().auth().oauth2(operator()).get("/v1/messages?state=UNKNOWN" + query);
    }

    private Response resolve(UUID message, String verdict) {
        return resolve(message, customer, verdict);
    }

    private static Response resolve(UUID message, String customerId, String verdict) {
        return resolve(message, body(customerId, verdict));
    }

    private static Response resolve(UUID message, Map<String, String> body) {
        return given().auth()
                .oauth2(operator())
                .contentType(ContentType.JSON)
                .body(body)
                .post("/v1/messages/" + message + "/resolution");
    }

    private static Map<String, String> body(String customerId, String verdict) {
        return Map.of(
                "customerId",
                customerId,
                "verdict",
                verdict,
                "reason",
                "Found in the log of the SMS centre",
                "reference",
                "INC-4711");
    }

    private static String operator() {
        return TestTokens.staff("operator.ng", "operations");
    }
}
