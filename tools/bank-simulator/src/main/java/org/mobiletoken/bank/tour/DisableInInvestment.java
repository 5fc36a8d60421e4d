package org.mobiletoken.bank.tour;

import static org.mobiletoken.bank.Bank.INVESTMENT;
import static org.mobiletoken.bank.Bank.MOBILE_BANKING;

import java.time.Duration;
import org.mobiletoken.bank.Answer;
import org.mobiletoken.bank.CustomerSession;
import org.mobiletoken.bank.Person;
import org.mobiletoken.bank.Transaction;

/** Disabling in investment ends its session and mobile banking's token; high-risk transactions wait for a new one to be six hours old. */
final class DisableInInvestment implements Part {
    private static final String PASSCODE = "258614";
    private static final Transaction TRANSFER = new Transaction("TRANSFER", "80000.00", "HKD", "Fictional Trading Ltd");

    @Override
    public String title() {
        return "5  Investment disables the mobile token";
    }

    @Override
    public String user() {
        return "lee.ka.yan";
    }

    @Override
    public void play(Stage stage) {
        Person person = stage.person();
        stage.scene("Both apps are enabled");
        person.logInByAccount(MOBILE_BANKING);
        person.enable(MOBILE_BANKING, PASSCODE).expect(201);
        person.logInByAccount(INVESTMENT);
        Answer synchronised = person.synchronise(MOBILE_BANKING, INVESTMENT, PASSCODE);
        stage.expect("synchronised", synchronised.text("state").equals("COMPLETED"));

        stage.scene("Disable in investment: log in again by account, password and SMS");
        Answer disabled = stage.act(() -> person.disable(INVESTMENT)).expect(200);
        stage.expect("the session ends", disabled.body().path("sessionEnds").asBoolean());
        stage.expect(
                "login wants account, password and code",
                disabled.body().path("loginAgainWith").toString().equals("[\"ACCOUNT\",\"PASSWORD\",\"SMS_OTP\"]"));
        person.logInByAccount(INVESTMENT);
        stage.expectToken(INVESTMENT, "NOT_ENABLED");

        stage.scene("Mobile banking follows");
        stage.expectToken(MOBILE_BANKING, "NOT_ENABLED");
        DisableInMobileBanking.expectBothDisabled(stage, INVESTMENT, MOBILE_BANKING);
        stage.expectNotices(Notice.DISABLED, 2);

        stage.scene("No high-risk transaction until mobile banking is enabled again, and six hours have passed");
        expectRefused(stage);
        stage.act(() -> person.enable(MOBILE_BANKING, PASSCODE)).expect(201);
        stage.expectEvent("TokenEnabled", MOBILE_BANKING);
        stage.expectToken(MOBILE_BANKING, "COOLING_OFF");
        expectRefused(stage);
        stage.pass(Duration.ofHours(6));
        authoriseAndExecute(stage);
    }

    private static void expectRefused(Stage stage) {
        Answer refused = stage.person().session(MOBILE_BANKING).requestAuthorisation(TRANSFER);
        stage.tell("authorise a transfer", refused);
        stage.expect("the transfer is refused", refused.status() == 409);
    }

    private static void authoriseAndExecute(Stage stage) {
        Person person = stage.person();
        CustomerSession session = person.session(MOBILE_BANKING);
        Answer asked = session.requestAuthorisation(TRANSFER).expect(201);
        stage.tell("authorise a transfer", asked);
        String id = asked.text("authorisationId");
        stage.expect(
                "phone and bank mean the same transfer",
                asked.text("detailsHash").equals(TRANSFER.detailsHash()));
        String challenge = session.challenge("authorisation", person.phone().thumbprint(MOBILE_BANKING), id);
        String proof = person.phone().authorisationProof(MOBILE_BANKING, challenge, TRANSFER, PASSCODE);
        stage.tell(
                "approve it with the passcode",
                stage.act(() -> session.approveAuthorisation(id, proof)).expect(200));
        stage.expectEvent("TransactionAuthorised", MOBILE_BANKING);
        Answer executed = stage.bank().paymentSystem().redeem(id, TRANSFER).expect(200);
        stage.tell("the payment system executes it", executed);
        Answer again = stage.bank().paymentSystem().redeem(id, TRANSFER).expectProblem(409, "already-redeemed");
        stage.tell("a second time", again);
    }
}
