package org.mobiletoken.lockout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.mobiletoken.lockout.ETokenClient.problem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mobiletoken.testing.KafkaResource;
import org.mobiletoken.testing.PostgresResource;
import org.mobiletoken.testing.TokensResource;

@QuarkusTest
@TestProfile(RemoteVerifierTest.WithRemoteVerifier.class)
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(TokensResource.class)
class RemoteVerifierTest {

    private final ETokenClient eToken = new ETokenClient(LockoutClient.newCustomer());
    private final String serial = ETokenClient.newSerial();

    @BeforeEach
    void hand_out_an_e_token() {
        BankVerifier.answers(200, "{}");
        eToken.assign(serial).statusCode(200);
    }

    @Test
    void the_banks_verifier_is_asked_as_this_service_and_its_word_counts() {
        var freeze = eToken.frozen();
        BankVerifier.answers(200, "{\"accepted\":false}");
        problem(eToken.unfreeze(freeze, "111111"), 422, "wrong-e-token-code").body("triesLeft", equalTo(5));
        BankVerifier.answers(200, "{\"accepted\":true,\"remark\":\"more than was agreed\"}");
        eToken.unfreeze(freeze, "123456", "234567").statusCode(200);
        assertThat(BankVerifier.lastRequest())
                .isEqualTo("POST /v1/e-token-verifications {\"manufacturer\":\"oath.ACME\",\"serialNumber\":\"" + serial
                        + "\",\"code\":\"123456\",\"nextCode\":\"234567\"}");
        assertThat(BankVerifier.lastAuthorization()).startsWith("Bearer ");
        eToken.freeze().body("frozen", equalTo(false));
    }

    @ParameterizedTest
    @CsvSource({
        "500, '{}'",
        "401, '{}'",
        "404, '{}'",
        "302, '{\"accepted\":true}'",
        "204, ''",
        "200, ''",
        "200, 'null'",
        "200, '{}'",
        "200, '{\"accepted\":null}'",
        "200, '<accepted>true</accepted>'",
        "0, ''",
    })
    void without_a_plain_answer_nothing_is_lifted_and_no_try_is_lost(int status, String body) {
        var freeze = eToken.frozen();
        BankVerifier.answers(status, body);
        problem(eToken.unfreeze(freeze, "123456"), 503, "unavailable");
        eToken.freeze().body("frozen", equalTo(true));
        BankVerifier.answers(200, "{\"accepted\":false}");
        problem(eToken.unfreeze(freeze, "123456"), 422, "wrong-e-token-code").body("triesLeft", equalTo(5));
    }

    @Test
    void an_e_token_that_the_verifier_does_not_know_is_not_handed_out() {
        var other = new ETokenClient(LockoutClient.newCustomer());
        BankVerifier.answers(404, "{}");
        problem(other.assign("A-7"), 404, "not-found");
        BankVerifier.answers(500, "{}");
        problem(other.assign("A-7"), 503, "unavailable");
        BankVerifier.answers(0, "");
        problem(other.assign("A-7"), 503, "unavailable");
    }

    public static class WithRemoteVerifier implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            var settings = new HashMap<>(new PermanentAtSix().getConfigOverrides());
            settings.put("mobile-token.lockout.e-token.verifier", "remote");
            settings.put("mobile-token.lockout.e-token.verifier-url", BankVerifier.url());
            settings.put("quarkus.rest-client.e-token-verifier.read-timeout", "2000");
            return settings;
        }
    }
}
