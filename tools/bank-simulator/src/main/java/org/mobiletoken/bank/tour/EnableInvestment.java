package org.mobiletoken.bank.tour;

import static org.mobiletoken.bank.Bank.INVESTMENT;

import org.mobiletoken.bank.Answer;
import org.mobiletoken.bank.Person;

/** The token is enabled in investment, usable at once, then biometric login is turned on. */
final class EnableInvestment implements Part {
    private static final String PASSCODE = "483920";

    @Override
    public String title() {
        return "1  Investment enables the mobile token";
    }

    @Override
    public String user() {
        return "chan.tai.man";
    }

    @Override
    public void play(Stage stage) {
        Person person = stage.person();
        stage.scene("Log in by account, password and SMS");
        person.logInByAccount(INVESTMENT);
        stage.expectToken(INVESTMENT, "NOT_ENABLED");

        stage.scene("Enable");
        Answer enabled = stage.act(() -> person.enable(INVESTMENT, PASSCODE)).expect(201);
        stage.expect("usable at once", enabled.text("state").equals("ENABLED"));
        stage.expectEvent(
                "TokenEnabled",
                data -> data.path("app").asText().equals(INVESTMENT)
                        && data.path("cause").asText().equals("ENABLED"));
        stage.expectNotice(Notice.ENABLED);

        turnOnAndUseBiometrics(stage, PASSCODE);
    }

    /** Also how the second part ends: after synchronising. */
    static void turnOnAndUseBiometrics(Stage stage, String passcode) {
        Person person = stage.person();
        stage.scene("Turn on biometric login");
        stage.act(() -> person.turnOnBiometrics(INVESTMENT, passcode)).expect(201);
        stage.expectEvent("BiometricEnabled", INVESTMENT);
        stage.expectNotice(Notice.BIOMETRIC_ON);
        stage.expect(
                "the switch in the settings is on",
                person.token(INVESTMENT).expect(200).body().path("biometric").asBoolean());

        stage.scene("The next login, by token");
        Answer options = person.loginOptions(INVESTMENT).expect(200);
        stage.expect(
                "passcode and biometrics are offered",
                options.body().path("options").toString().equals("[\"PASSCODE\",\"BIOMETRIC\"]"));
        stage.act(() -> person.logInByBiometrics(INVESTMENT)).expect(200).text("assertion");
        stage.expectEvent("TokenVerified", data -> data.path("method").asText().equals("BIOMETRIC"));
        stage.act(() -> person.logInByPasscode(INVESTMENT, passcode))
                .expect(200)
                .text("assertion");
        stage.expectEvent("TokenVerified", data -> data.path("method").asText().equals("PASSCODE"));
    }
}
