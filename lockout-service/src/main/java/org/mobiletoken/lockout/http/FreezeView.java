package org.mobiletoken.lockout.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mobiletoken.lockout.Standing;
import org.mobiletoken.lockout.rules.FreezeKind;
import org.mobiletoken.lockout.rules.Lockout;

/** Whether a customer's tokens are frozen, how, and until when if the freeze ends by itself. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record FreezeView(
        boolean frozen, @Nullable FreezeKind kind, @Nullable Instant frozenUntil) {

    static FreezeView of(Optional<Standing> standing) {
        return switch (standing.map(Standing::lockout).orElse(Lockout.UNTOUCHED)) {
            case Lockout.Open _ -> new FreezeView(false, null, null);
            case Lockout.FrozenUntil freeze -> new FreezeView(true, freeze.kind(), freeze.until());
            case Lockout.FrozenForGood freeze -> new FreezeView(true, freeze.kind(), null);
        };
    }
}
