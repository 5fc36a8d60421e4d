package org.mobiletoken.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.mobiletoken.enrolment.postgres.TokensByKey;
import org.mobiletoken.enrolment.rules.LoginOption;
import org.mobiletoken.enrolment.rules.Token;

/** Says before any session how a phone may log in; keys that are unknown, foreign, ended or cooling off all get the same answer. */
@ApplicationScoped
public class LoginOptions {
    private final TokensByKey tokens;
    private final Clock clock;

    LoginOptions(TokensByKey tokens, Clock clock) {
        this.tokens = tokens;
        this.clock = clock;
    }

    public List<LoginOption> of(String app, String deviceKeyThumbprint) {
        Optional<Token> token =
                tokens.find(app, deviceKeyThumbprint).filter(found -> found.isSignedBy(deviceKeyThumbprint));
        return LoginOption.of(token.orElse(null), clock.instant());
    }
}
