package org.mobiletoken.bank.tour;

import static org.mobiletoken.bank.Bank.INVESTMENT;
import static org.mobiletoken.bank.Bank.MOBILE_BANKING;

import java.time.Duration;
import org.mobiletoken.bank.Answer;
import org.mobiletoken.bank.Person;

/** Six wrong passcodes freeze both apps for 24 hours: nothing can be enabled or synchronised, until time passes or the branch helps. */
final class FreezeAndUnfreeze implements Part {
    private static final String PASSCODE = "371905";
    private static final String WRONG_PASSCODE = "371906";
    private static final int ALLOWED = 6;

    @Override
    public String title() {
        return "6  Six wrong passcodes";
    }

    @Override
    public String user() {
        return "lee.ka.yan";
    }

    @Override
    public void play(Stage stage) {
        Person person = stage.person();
        stage.scene("Mobile banking is enabled, since six hours");
        person.logInByAccount(MOBILE_BANKING);
        person.logInByAccount(INVESTMENT);
        person.enable(MOBILE_BANKING, PASSCODE).expect(201);
        stage.pass(Duration.ofHours(6));
        person.logInByPasscode(MOBILE_BANKING, PASSCODE).expect(200);

        String terms = stage.expectOffer(MOBILE_BANKING, INVESTMENT, true)
                .body()
                .path("terms")
                .path("version")
                .textValue();

        stage.scene("Six wrong passcodes");
        enterSixWrongPasscodes(stage);

        stage.scene("Frozen in both apps: no login, no enabling, no synchronising");
        stage.expectToken(MOBILE_BANKING, "FROZEN");
        stage.expect(
                "investment is told so too",
                person.session(INVESTMENT)
                        .freeze()
                        .expect(200)
                        .body()
                        .path("frozen")
                        .asBoolean());
        person.logInByPasscode(MOBILE_BANKING, PASSCODE).expectProblem(423, "frozen");
        person.openEnrolment(INVESTMENT, true, null).expectProblem(423, "frozen");
        person.synchronise(MOBILE_BANKING, INVESTMENT, PASSCODE, terms).expectProblem(423, "frozen");

        stage.scene("24 hours later the freeze is over by itself");
        stage.pass(Duration.ofHours(24));
        person.logInByPasscode(MOBILE_BANKING, PASSCODE).expect(200).text("assertion");

        stage.scene("Six more, and this time the branch helps");
        enterSixWrongPasscodes(stage);
        person.logInByPasscode(MOBILE_BANKING, PASSCODE).expectProblem(423, "frozen");
        stage.tell(
                "an officer lifts the freeze, a second person approves",
                stage.act(() -> stage.reset().unfreeze(person.customer().id())));
        stage.expectEvent("TokenUnfrozen", data -> data.path("reason").asText().equals("BRANCH"));
        stage.expectNotice(Notice.UNFROZEN);
        person.logInByPasscode(MOBILE_BANKING, PASSCODE).expect(200).text("assertion");
    }

    private static void enterSixWrongPasscodes(Stage stage) {
        for (int left = ALLOWED - 1; left > 0; left--) {
            Answer wrong = stage.act(() -> stage.person().logInByPasscode(MOBILE_BANKING, WRONG_PASSCODE))
                    .expectProblem(422, "wrong-passcode");
            stage.expect("attempts left: " + left, wrong.number("attemptsLeft") == left);
        }
        stage.act(() -> stage.person().logInByPasscode(MOBILE_BANKING, WRONG_PASSCODE))
                .expectProblem(423, "frozen")
                .text("frozenUntil");
        stage.expectEvent("PasscodeRejected");
        stage.expectEvent("TokenFrozen", data -> data.path("kind").asText().equals("TEMPORARY"));
        stage.expectNotice(Notice.FROZEN);
    }
}
