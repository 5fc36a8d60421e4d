package org.mobiletoken.enrolment.rules;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a customer may log in on a phone; a token that does not yet or no longer work leaves only the account. */
public enum LoginOption {
    PASSCODE,
    BIOMETRIC,
    ACCOUNT;

    public static List<LoginOption> of(@Nullable Token live, Instant now) {
        return switch (TokenState.of(live, now)) {
            case TokenState.Effective(Token token) when token.biometric() != null -> List.of(PASSCODE, BIOMETRIC);
            case TokenState.Effective _ -> List.of(PASSCODE);
            case TokenState.CoolingOff _, TokenState.NotEnabled _ -> List.of(ACCOUNT);
        };
    }
}
