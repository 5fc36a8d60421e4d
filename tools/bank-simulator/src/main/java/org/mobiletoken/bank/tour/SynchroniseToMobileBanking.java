package org.mobiletoken.bank.tour;

import static org.mobiletoken.bank.Bank.INVESTMENT;
import static org.mobiletoken.bank.Bank.MOBILE_BANKING;

import java.time.Duration;
import org.mobiletoken.bank.Answer;
import org.mobiletoken.bank.Person;

/** Mobile banking takes over the token of investment, without terms, and may use it six hours after that. */
final class SynchroniseToMobileBanking implements Part {
    private static final String PASSCODE = "615038";

    @Override
    public String title() {
        return "3  Mobile banking synchronises with investment";
    }

    @Override
    public String user() {
        return "wong.siu.ming";
    }

    @Override
    public void play(Stage stage) {
        Person person = stage.person();
        stage.scene("Investment is enabled on this phone");
        person.logInByAccount(INVESTMENT);
        person.enable(INVESTMENT, PASSCODE).expect(201);

        stage.scene("Log in to mobile banking by account and password: synchronise now");
        person.logInByAccount(MOBILE_BANKING);
        Answer offer = stage.expectOffer(INVESTMENT, MOBILE_BANKING, true);
        stage.expect("there are no terms to agree to", !offer.has("terms"));
        Answer synchronised = stage.act(() -> person.synchronise(INVESTMENT, MOBILE_BANKING, PASSCODE));
        stage.expect("synchronised", synchronised.text("state").equals("COMPLETED"));
        stage.expectEvent("TokenSyncApproved");
        stage.expectEvent(
                "TokenEnabled",
                data -> data.path("app").asText().equals(MOBILE_BANKING)
                        && data.path("cause").asText().equals("SYNCHRONISED"));
        stage.expectEvent("TokenSyncCompleted");
        stage.expectNotice(Notice.SYNCHRONISED);

        stage.scene("Not usable for six hours");
        stage.expectToken(MOBILE_BANKING, "COOLING_OFF");
        person.logInByPasscode(MOBILE_BANKING, PASSCODE)
                .expectProblem(409, "cooling-off")
                .text("effectiveAt");
        stage.expectToken(INVESTMENT, "ENABLED");

        stage.scene("Usable after six hours");
        stage.act(() -> {
            stage.pass(Duration.ofHours(6));
            return person.logInByPasscode(MOBILE_BANKING, PASSCODE).expect(200);
        });
        stage.expectEvent("TokenVerified", MOBILE_BANKING);
        stage.expectEvent("TokenBecameEffective", MOBILE_BANKING);
        stage.expectNotice(Notice.EFFECTIVE);
        stage.expectToken(MOBILE_BANKING, "ENABLED");
    }
}
