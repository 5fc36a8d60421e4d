package org.mobiletoken.enrolment.http;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mobiletoken.enrolment.ReadToken.OtherApp;
import org.mobiletoken.enrolment.ReadToken.TokenView;
import org.mobiletoken.enrolment.rules.DisplayedFreeze;
import org.mobiletoken.enrolment.rules.Token;
import org.mobiletoken.enrolment.rules.TokenState;

/** The customer's token as the app shows it. */
record TokenAnswer(
        String app,
        State state,
        @Nullable UUID tokenId,
        @Nullable String deviceName,
        @Nullable Instant enabledAt,
        @Nullable Instant effectiveAt,
        boolean biometric,
        @Nullable Instant frozenUntil,
        List<OtherApp> otherApps) {

    /** What the token is good for now. */
    enum State {
        NOT_ENABLED,
        ENABLED,
        COOLING_OFF,
        FROZEN
    }

    static TokenAnswer of(TokenView view) {
        boolean frozen = view.freeze() != null;
        return switch (view.state()) {
            case TokenState.NotEnabled() ->
                new TokenAnswer(
                        view.app(), State.NOT_ENABLED, null, null, null, null, false, untilOf(view), view.otherApps());
            case TokenState.CoolingOff(Token token) -> enabled(view, token, frozen ? State.FROZEN : State.COOLING_OFF);
            case TokenState.Effective(Token token) -> enabled(view, token, frozen ? State.FROZEN : State.ENABLED);
        };
    }

    private static TokenAnswer enabled(TokenView view, Token token, State state) {
        return new TokenAnswer(
                view.app(),
                state,
                token.id().value(),
                token.deviceName(),
                token.enabledAt(),
                token.effectiveAt(),
                token.biometric() != null,
                untilOf(view),
                view.otherApps());
    }

    private static @Nullable Instant untilOf(TokenView view) {
        DisplayedFreeze freeze = view.freeze();
        return freeze == null ? null : freeze.until();
    }
}
