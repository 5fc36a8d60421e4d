package org.mobiletoken.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mobiletoken.enrolment.postgres.DisplayedFreezes;
import org.mobiletoken.enrolment.postgres.Tokens;
import org.mobiletoken.enrolment.rules.AppPolicies;
import org.mobiletoken.enrolment.rules.AppPolicy;
import org.mobiletoken.enrolment.rules.DisplayedFreeze;
import org.mobiletoken.enrolment.rules.Token;
import org.mobiletoken.enrolment.rules.TokenState;

/** What an app shows of the customer's token, and whether the customer's other apps have one. */
@ApplicationScoped
public class ReadToken {

    private final Tokens tokens;
    private final DisplayedFreezes freezes;
    private final AppPolicies policies;
    private final Clock clock;

    ReadToken(Tokens tokens, DisplayedFreezes freezes, AppPolicies policies, Clock clock) {
        this.tokens = tokens;
        this.freezes = freezes;
        this.policies = policies;
        this.clock = clock;
    }

    public record OtherApp(String app, boolean enabled) {}

    /** @param freeze what was last heard of a freeze that still lasts, or null */
    public record TokenView(
            String app, TokenState state, @Nullable DisplayedFreeze freeze, List<OtherApp> otherApps) {}

    @Transactional
    public TokenView of(String customerId, String app) {
        Instant now = clock.instant();
        List<Token> live = tokens.live(customerId);
        Set<String> enabled = live.stream().map(Token::app).collect(Collectors.toSet());
        Optional<Token> own =
                live.stream().filter(token -> token.app().equals(app)).findFirst();
        List<OtherApp> others = policies.all().stream()
                .map(AppPolicy::app)
                .filter(other -> !other.equals(app))
                .sorted()
                .map(other -> new OtherApp(other, enabled.contains(other)))
                .toList();
        return new TokenView(
                app,
                TokenState.of(own.orElse(null), now),
                freezes.of(customerId, now).orElse(null),
                others);
    }
}
