package org.mobiletoken.notification.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mobiletoken.notification.bank.Rows;
import org.mobiletoken.notification.bank.WithBank;
import org.mobiletoken.testing.TestTokens;

@QuarkusTest
@WithBank
class MessagesPageTest {

    @Inject
    Rows rows;

    @Test
    void messages_are_read_newest_first_page_by_page() {
        String customer = UUID.randomUUID().toString();
        for (int i = 1; i <= 5; i++) {
            rows.change("""
                    insert into message (customer_id, message_id, cause_id, kind, template, channel, state, happened_at,
                                         created_at, queued_at, settled_at)
                    values (?, gen_random_uuid(), gen_random_uuid(), 'NOTICE', ?, 'SMS', 'ACCEPTED', now(), now(), now(), now())""", customer, "text-" + i);
        }
        List<String> seen = new ArrayList<>();
        Response first = page(customer, "");
        seen.addAll(first.path("messages.template"));
        Response second = page(customer, "&before=" + first.path("before"));
        seen.addAll(second.path("messages.template"));
        Response last = page(customer, "&before=" + second.path("before"));
        seen.addAll(last.path("messages.template"));
        assertThat(seen).containsExactly("text-5", "text-4", "text-3", "text-2", "text-1");
        last.then().body("before", nullValue());
    }

    private static Response page(String customer, String query) {
        return given().auth()
                .oauth2(TestTokens.staff("operator.ng", "operations"))
                .get("/v1/customers/" + customer + "/messages?limit=2" + query);
    }
}
