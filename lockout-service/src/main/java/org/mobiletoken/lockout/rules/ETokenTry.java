package org.mobiletoken.lockout.rules;

import java.time.Instant;
import java.util.UUID;
import org.mobiletoken.lockout.rules.ETokenWay.OpenTry;

/**
 * A customer's try to lift a permanent freeze with an e-token's code: opened, one at a time, before the code is verified, and settled after.
 *
 * @param after the customer afterwards; what time brought about is in it even when the try is refused
 * @param way what is used up afterwards
 */
public record ETokenTry(Result result, CustomerLockout after, ETokenWay way) {

    public sealed interface Result {}

    /** The code may be verified. */
    public record Opened(OpenTry open) implements Result {}

    public record Lifted() implements Result {}

    public record WrongCode(int triesLeft) implements Result {}

    /** Nobody knows whether the code was right, or it took too long to find out. */
    public record NotVerified() implements Result {}

    /** The customer is not, or no longer, frozen by that freeze. */
    public record NotInForce() implements Result {}

    /** The e-token does not lift this freeze, or there have been too many wrong codes. */
    public record WayClosed() implements Result {}

    public record NoEToken() implements Result {}

    /** An e-token has lifted a freeze a short while ago. */
    public record TooSoon(Instant retryAt) implements Result {}

    /** Another code of the customer is being verified. */
    public record Busy(Instant retryAt) implements Result {}

    /**
     * Opens a try, unless there is a reason against it.
     *
     * @param hasEToken whether the customer has an e-token now
     */
    public static ETokenTry open(
            UUID id,
            FreezeId freeze,
            boolean hasEToken,
            ETokenWay before,
            CustomerLockout lockout,
            Instant now,
            ETokenRules rules) {
        var current = lockout.at(now, rules.lockout());
        var way = before.at(now);
        return switch (Unfreezing.of(freeze, WayOut.E_TOKEN, lockout, now, rules.lockout(), rules.waysOut())) {
            case Unfreezing.NotInForce _ -> new ETokenTry(new NotInForce(), current, way);
            case Unfreezing.WayClosed _ -> new ETokenTry(new WayClosed(), current, way);
            case Unfreezing.Lifted _ -> openFrozen(id, hasEToken, way, current, now, rules.eToken());
        };
    }

    private static ETokenTry openFrozen(
            UUID id, boolean hasEToken, ETokenWay way, CustomerLockout current, Instant now, ETokenPolicy policy) {
        if (way.isClosed(policy)) {
            return new ETokenTry(new WayClosed(), current, way);
        }
        if (!hasEToken) {
            return new ETokenTry(new NoEToken(), current, way);
        }
        if (way.unfrozenAt() != null && now.isBefore(way.unfrozenAt().plus(policy.betweenUnfreezes()))) {
            return new ETokenTry(new TooSoon(way.unfrozenAt().plus(policy.betweenUnfreezes())), current, way);
        }
        if (way.open() != null) {
            return new ETokenTry(new Busy(way.open().deadline()), current, way);
        }
        var opened = new OpenTry(id, now.plus(policy.tryTimeout()));
        return new ETokenTry(new Opened(opened), current, way.with(opened));
    }

    /**
     * Settles a try, and lifts the freeze if the code was right and nothing has changed meanwhile.
     *
     * @param hasEToken whether the customer still has the e-token that the code was verified against
     */
    public static ETokenTry settle(
            UUID id,
            FreezeId freeze,
            boolean hasEToken,
            CodeVerdict verdict,
            ETokenWay before,
            CustomerLockout lockout,
            Instant now,
            ETokenRules rules) {
        var current = lockout.at(now, rules.lockout());
        var way = before.at(now);
        if (!way.hasOpen(id)) {
            return new ETokenTry(new NotVerified(), current, way);
        }
        if (!hasEToken) {
            return new ETokenTry(new NoEToken(), current, way.settled(0));
        }
        return switch (Unfreezing.of(freeze, WayOut.E_TOKEN, lockout, now, rules.lockout(), rules.waysOut())) {
            case Unfreezing.NotInForce _ -> new ETokenTry(new NotInForce(), current, way.settled(0));
            case Unfreezing.WayClosed _ -> new ETokenTry(new WayClosed(), current, way.settled(0));
            case Unfreezing.Lifted(var lifted) ->
                switch (verdict) {
                    case RIGHT -> new ETokenTry(new Lifted(), lifted, way.lifted(now));
                    case UNKNOWN -> new ETokenTry(new NotVerified(), current, way.settled(0));
                    case WRONG -> {
                        var counted = way.settled(1);
                        yield new ETokenTry(new WrongCode(counted.triesLeft(rules.eToken())), current, counted);
                    }
                };
        };
    }
}
