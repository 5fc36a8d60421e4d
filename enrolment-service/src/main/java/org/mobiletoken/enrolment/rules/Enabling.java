package org.mobiletoken.enrolment.rules;

import java.util.List;
import java.util.Optional;

/** A customer has one device: enabling on another is refused unless the request says that it replaces it. */
public sealed interface Enabling {

    /** Enabling may go on; {@code replaced} holds the tokens of the device that goes. */
    record Allowed(List<Token> replaced) implements Enabling {}

    /** Enabling may not go on, now or at all. */
    record Refused(EnablingRefusal refusal) implements Enabling {}

    static Enabling decide(EnablingRequest request, List<Token> live) {
        Optional<Token> own =
                live.stream().filter(token -> token.app().equals(request.app())).findFirst();
        if (own.filter(token -> token.isSignedBy(request.key().thumbprint())).isPresent()) {
            return new Refused(new EnablingRefusal.AlreadyEnabled());
        }
        if (own.isEmpty()) {
            Optional<Token> sameDevice = live.stream()
                    .filter(token -> token.isSignedBy(request.otherAppKey()))
                    .findFirst();
            if (sameDevice.isPresent()) {
                return new Refused(
                        new EnablingRefusal.SynchroniseInstead(sameDevice.get().app()));
            }
        }
        if (live.isEmpty() || request.replacesDevice()) {
            return new Allowed(live);
        }
        return new Refused(new EnablingRefusal.OtherDevice(
                DeviceName.masked(live.getFirst().deviceName())));
    }
}
