package org.mobiletoken.bank.tour;

import org.mobiletoken.bank.Answer;
import org.mobiletoken.bank.Branch;

/** The branch puts a customer back to the beginning: nothing frozen, nothing enabled. */
final class Reset {
    private final Branch branch;

    Reset(Branch branch) {
        this.branch = branch;
    }

    void customer(String customerId) {
        unfreeze(customerId);
        Answer disabled = branch.disableTokens(customerId, "demonstration", "TOUR");
        if (disabled.status() != 409) {
            disabled.expect(200);
        }
    }

    /** Lifts the freeze, if there is one, with the second person's approval where it is wanted. */
    Answer unfreeze(String customerId) {
        Answer lockout = branch.lockout(customerId);
        boolean neverMistaken = lockout.status() == 404;
        if (neverMistaken || !lockout.expect(200).body().path("frozen").asBoolean()) {
            return lockout;
        }
        Answer asked = branch.requestUnfreeze(customerId, lockout.text("freezeId"), "customer identified", "TOUR")
                .expect(201);
        return asked.text("state").equals("DONE")
                ? asked
                : branch.approveUnfreeze(customerId, asked.text("unfreezeId")).expect(200);
    }
}
