package org.mobiletoken.lockout.rules;

import java.util.Set;

/** Which ways lead out of which freeze before it ends by itself. */
public record WaysOut(Set<WayOut> ofTemporary, Set<WayOut> ofPermanent) {

    /** The bank's rule: the branch lifts any freeze, the e-token only a permanent one. Settings may take ways away. */
    public static final WaysOut BANK = new WaysOut(Set.of(WayOut.BRANCH), Set.of(WayOut.BRANCH, WayOut.E_TOKEN));

    public WaysOut {
        ofTemporary = Set.copyOf(ofTemporary);
        ofPermanent = Set.copyOf(ofPermanent);
    }

    public Set<WayOut> of(FreezeKind kind) {
        return switch (kind) {
            case TEMPORARY -> ofTemporary;
            case PERMANENT -> ofPermanent;
        };
    }

    /** Whether every way here is also one of the bank's, and the branch remains. */
    boolean areWithinTheBanksRule() {
        return BANK.ofTemporary.containsAll(ofTemporary)
                && BANK.ofPermanent.containsAll(ofPermanent)
                && ofTemporary.contains(WayOut.BRANCH)
                && ofPermanent.contains(WayOut.BRANCH);
    }
}
