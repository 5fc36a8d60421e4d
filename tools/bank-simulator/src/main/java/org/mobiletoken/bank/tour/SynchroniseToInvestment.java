package org.mobiletoken.bank.tour;

import static org.mobiletoken.bank.Bank.INVESTMENT;
import static org.mobiletoken.bank.Bank.MOBILE_BANKING;

import java.time.Duration;
import org.mobiletoken.bank.Answer;
import org.mobiletoken.bank.Person;

/** Investment takes over the token of mobile banking: reminded once, then with the terms agreed to; usable at once. */
final class SynchroniseToInvestment implements Part {
    private static final String PASSCODE = "730516";

    @Override
    public String title() {
        return "2  Investment synchronises with mobile banking";
    }

    @Override
    public String user() {
        return "chan.tai.man";
    }

    @Override
    public void play(Stage stage) {
        Person person = stage.person();
        stage.scene("Mobile banking is enabled on this phone, since six hours");
        person.logInByAccount(MOBILE_BANKING);
        person.enable(MOBILE_BANKING, PASSCODE).expect(201);
        stage.pass(Duration.ofHours(6));
        stage.expectToken(MOBILE_BANKING, "ENABLED");

        stage.scene("Log in to investment: it offers to synchronise, the customer wants to be reminded next time");
        person.logInByAccount(INVESTMENT);
        stage.expectOffer(MOBILE_BANKING, INVESTMENT, true);
        stage.tell(
                "remind me next time",
                stage.act(() -> person.session(INVESTMENT).answerSyncOffer("REMIND_NEXT_TIME", MOBILE_BANKING))
                        .expect(201));
        stage.expectEvent("SyncOfferAnswered", INVESTMENT);
        stage.expectOffer(MOBILE_BANKING, INVESTMENT, false);

        stage.scene("At the next login the offer is back and is accepted");
        person.logInByAccount(INVESTMENT);
        Answer offer = stage.expectOffer(MOBILE_BANKING, INVESTMENT, true);
        stage.expect(
                "the terms in force are to be agreed to",
                offer.body().path("terms").hasNonNull("version"));
        Answer synchronised = stage.act(() -> person.synchronise(MOBILE_BANKING, INVESTMENT, PASSCODE));
        stage.expect("synchronised", synchronised.text("state").equals("COMPLETED"));
        stage.expectEvent("TokenSyncApproved");
        stage.expectEvent("TokenEnabled", data -> data.path("cause").asText().equals("SYNCHRONISED"));
        stage.expectEvent("TokenSyncCompleted");
        stage.expectNotice(Notice.SYNCHRONISED);
        stage.expectToken(INVESTMENT, "ENABLED");

        EnableInvestment.turnOnAndUseBiometrics(stage, PASSCODE);
    }
}
