package org.mobiletoken.bank.tour;

import static org.mobiletoken.bank.Bank.INVESTMENT;
import static org.mobiletoken.bank.Bank.MOBILE_BANKING;

import org.mobiletoken.bank.Answer;
import org.mobiletoken.bank.Person;

/** Disabling in mobile banking ends the token of investment too, with its biometric login. */
final class DisableInMobileBanking implements Part {
    private static final String PASSCODE = "902746";

    @Override
    public String title() {
        return "4  Mobile banking disables the mobile token";
    }

    @Override
    public String user() {
        return "wong.siu.ming";
    }

    @Override
    public void play(Stage stage) {
        Person person = stage.person();
        stage.scene("Both apps are enabled, investment with biometric login");
        person.logInByAccount(INVESTMENT);
        person.enable(INVESTMENT, PASSCODE).expect(201);
        person.turnOnBiometrics(INVESTMENT, PASSCODE).expect(201);
        person.logInByAccount(MOBILE_BANKING);
        Answer synchronised = person.synchronise(INVESTMENT, MOBILE_BANKING, PASSCODE);
        stage.expect("synchronised", synchronised.text("state").equals("COMPLETED"));

        stage.scene("Disable in mobile banking");
        stage.act(() -> person.disable(MOBILE_BANKING)).expect(200);
        stage.expectToken(MOBILE_BANKING, "NOT_ENABLED");

        stage.scene("Investment follows, biometric login included");
        stage.expectToken(INVESTMENT, "NOT_ENABLED");
        person.logInByBiometrics(INVESTMENT).expectProblem(422, "proof-refused");
        Answer options = person.loginOptions(INVESTMENT).expect(200);
        stage.expect(
                "only the account is offered at login",
                options.body().path("options").toString().equals("[\"ACCOUNT\"]"));
        expectBothDisabled(stage, MOBILE_BANKING, INVESTMENT);
        stage.expectNotices(Notice.DISABLED, 2);
    }

    /** The events from one app to the other. */
    static void expectBothDisabled(Stage stage, String first, String other) {
        stage.expectEvent(
                "TokenDisabled",
                data -> data.path("app").asText().equals(first)
                        && data.path("cause").asText().equals("CUSTOMER"));
        stage.expectEvent(
                "LinkedTokenDisableRequested",
                data -> data.path("disabledApp").asText().equals(first));
        stage.expectEvent(
                "TokenDisabled",
                data -> data.path("app").asText().equals(other)
                        && data.path("cause").asText().equals("LINKED_APP_DISABLED"));
    }
}
