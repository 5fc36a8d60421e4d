package org.mobiletoken.lockout.rules;

import java.time.Instant;
import org.mobiletoken.lockout.rules.Lockout.Frozen;
import org.mobiletoken.lockout.rules.Lockout.Open;

/** A way out lifts the one freeze it was opened for, and with it every wrong passcode counted so far. */
public sealed interface Unfreezing {

    CustomerLockout after();

    record Lifted(CustomerLockout after) implements Unfreezing {}

    /** The customer is not, or no longer, frozen by that freeze. */
    record NotInForce(CustomerLockout after) implements Unfreezing {}

    record WayClosed(CustomerLockout after) implements Unfreezing {}

    static Unfreezing of(
            FreezeId freeze, WayOut way, CustomerLockout before, Instant now, LockoutPolicy policy, WaysOut waysOut) {
        var current = before.at(now, policy);
        return switch (current.state()) {
            case Frozen frozen when !frozen.freezeId().equals(freeze) -> new NotInForce(current);
            case Frozen frozen
            when waysOut.of(frozen.kind()).contains(way) ->
                new Lifted(current.become(new Open(0, WrongPasscodes.NONE))
                        .and(new Fact.Unfroze(freeze, EndOfFreeze.by(way), now)));
            case Frozen _ -> new WayClosed(current);
            case Open _ -> new NotInForce(current);
        };
    }
}
