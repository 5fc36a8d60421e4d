package org.mobiletoken.lockout;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.mobiletoken.lockout.ETokenClient.problem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mobiletoken.testing.KafkaResource;
import org.mobiletoken.testing.PostgresResource;
import org.mobiletoken.testing.TokensResource;

@QuarkusTest
@TestProfile(PermanentAtSix.class)
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(TokensResource.class)
class HandingOutETokensTest {

    private final String serial = ETokenClient.newSerial();
    private final ETokenClient eToken = new ETokenClient(LockoutClient.newCustomer());
    private final LoadETokens loadETokens;

    HandingOutETokensTest(LoadETokens loadETokens) {
        this.loadETokens = loadETokens;
    }

    @BeforeEach
    void hand_out_a_counting_e_token() throws Exception {
        loadETokens.load(List.of(ETokenClient.counted(serial)));
        eToken.assign(serial).statusCode(200);
    }

    @Test
    void a_customer_whose_e_token_was_taken_away_has_none() throws Exception {
        var freeze = eToken.frozen();
        eToken.takeAway().statusCode(204);
        problem(eToken.unfreeze(freeze, ETokenClient.code(0)), 409, "no-e-token");
        eToken.freeze().body("waysOut", contains("BRANCH"));
    }

    @Test
    void one_e_token_per_customer_and_one_customer_per_e_token() throws Exception {
        eToken.assign(serial).statusCode(200).body("serialNumber", equalTo(serial));
        problem(new ETokenClient(LockoutClient.newCustomer()).assign(serial), 409, "e-token-taken");
        var second = ETokenClient.newSerial();
        problem(eToken.assign(second), 404, "not-found");
        loadETokens.load(List.of(ETokenClient.counted(second)));
        problem(eToken.assign(second), 409, "other-e-token");
        eToken.takeAway().statusCode(204);
        problem(eToken.takeAway(), 404, "not-found");
        eToken.assign(second).statusCode(200);
        eToken.history()
                .body("lines.kind", containsInAnyOrder("E_TOKEN_ASSIGNED", "E_TOKEN_ASSIGNED", "E_TOKEN_TAKEN_AWAY"))
                .body("lines[0].actor", equalTo("officer.ho"))
                .body("lines[0].cause", equalTo(second + " of oath.ACME"))
                .body("lines.reference", hasItems("HK-0042", "HK-0043"));
    }

    @Test
    void a_code_stays_used_up_when_the_e_token_goes_to_another_customer() throws Exception {
        eToken.unfreeze(eToken.frozen(), ETokenClient.code(0)).statusCode(200);
        eToken.takeAway().statusCode(204);
        var other = new ETokenClient(LockoutClient.newCustomer());
        other.assign(serial).statusCode(200);
        var freeze = other.frozen();
        problem(other.unfreeze(freeze, ETokenClient.code(0)), 422, "wrong-e-token-code");
        other.unfreeze(freeze, ETokenClient.code(1)).statusCode(200);
    }
}
