package org.mobiletoken.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeycloakIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    static Path folder;

    private static Keycloak keycloak;

    @BeforeAll
    static void start() {
        keycloak = Keycloak.start(
                RepositoryRoot.find(), RepositoryRoot.find().resolve("deploy/keycloak/realm.json"), folder);
    }

    @AfterAll
    static void stop() {
        keycloak.close();
    }

    @Test
    void a_customer_logs_in_through_the_gateway_of_an_app() throws Exception {
        JsonNode claims = claims("investment-gateway", "grant_type=password&username=chan.tai.man&password=demo");

        assertThat(claims.path("sub").asText()).isEqualTo("11111111-1111-4111-8111-111111111111");
        assertThat(claims.path("azp").asText()).isEqualTo("investment-gateway");
        assertThat(claims.path("sid").asText()).isNotBlank();
        assertThat(claims.path("aud").asText()).isEqualTo("mobile-token");
        assertThat(claims.path("iss").asText()).isEqualTo(keycloak.realm().toString());
        assertThat(claims.path("realm_access").path("roles"))
                .extracting(JsonNode::asText)
                .containsExactly("customer");
    }

    @Test
    void a_gateway_a_service_and_the_payment_system_speak_in_their_own_names() throws Exception {
        assertThat(roleOfClient("mobile-banking-gateway")).isEqualTo("gateway");
        assertThat(roleOfClient("enrolment-service")).isEqualTo("service");
        assertThat(roleOfClient("payment-system")).isEqualTo("transaction-executor");
        assertThat(roleOfClient("tokenctl")).isEqualTo("operations");
        assertThat(roleOfClient("tokenctl-approver")).isEqualTo("operations");
    }

    @Test
    void staff_carry_the_role_of_their_desk() throws Exception {
        assertThat(roleOfStaff("branch-console", "officer.ho")).isEqualTo("branch-officer");
        assertThat(roleOfStaff("branch-console", "approver.lam")).isEqualTo("branch-approver");
        assertThat(roleOfStaff("operations-console", "operator.ng")).isEqualTo("operations");
    }

    @Test
    void a_wrong_password_opens_no_session() throws Exception {
        assertThat(ask("investment-gateway", "grant_type=password&username=chan.tai.man&password=wrong")
                        .statusCode())
                .isEqualTo(400);
    }

    private static String roleOfClient(String client) throws Exception {
        return onlyRole(claims(client, "grant_type=client_credentials"));
    }

    private static String roleOfStaff(String console, String name) throws Exception {
        return onlyRole(claims(console, "grant_type=password&password=demo&username=" + name));
    }

    private static String onlyRole(JsonNode claims) {
        JsonNode roles = claims.path("realm_access").path("roles");
        assertThat(roles).hasSize(1);
        return roles.path(0).asText();
    }

    private static JsonNode claims(String client, String grant) throws Exception {
        HttpResponse<String> answer = ask(client, grant);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        String token = JSON.readTree(answer.body()).path("access_token").asText();
        return JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
    }

    private static HttpResponse<String> ask(String client, String grant) throws Exception {
        URI address = URI.create(keycloak.realm() + "/protocol/openid-connect/token");
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(grant + "&client_id=" + client + "&client_secret=" + client + "-secret"))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request, BodyHandlers.ofString());
        }
    }
}
