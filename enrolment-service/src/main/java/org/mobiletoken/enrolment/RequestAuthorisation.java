package org.mobiletoken.enrolment;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.mobiletoken.enrolment.postgres.Authorisations;
import org.mobiletoken.enrolment.postgres.Tokens;
import org.mobiletoken.enrolment.rules.AppPolicies;
import org.mobiletoken.enrolment.rules.AppPolicy;
import org.mobiletoken.enrolment.rules.Authorisation;
import org.mobiletoken.enrolment.rules.Token;
import org.mobiletoken.enrolment.rules.TokenState;
import org.mobiletoken.enrolment.rules.TransactionDetails;

/** An app asks for its customer's approval of exact details; only an app that may, and only with a token that is effective. */
@ApplicationScoped
public class RequestAuthorisation {
    private final AppPolicies policies;
    private final Tokens tokens;
    private final Authorisations authorisations;
    private final Clock clock;
    private final Duration lifetime;

    RequestAuthorisation(
            AppPolicies policies,
            Tokens tokens,
            Authorisations authorisations,
            Clock clock,
            VerificationSettings settings) {
        this.policies = policies;
        this.tokens = tokens;
        this.authorisations = authorisations;
        this.clock = clock;
        this.lifetime = settings.authorisationLifetime();
    }

    public AuthorisationStep request(String customerId, String app, TransactionDetails details) {
        if (policies.of(app).filter(AppPolicy::highRisk).isEmpty()) {
            return new AuthorisationStep.AppMayNot();
        }
        Instant now = clock.instant();
        return switch (TokenState.of(tokens.live(customerId, app).orElse(null), now)) {
            case TokenState.NotEnabled() -> new AuthorisationStep.NotEnabled();
            case TokenState.CoolingOff(Token token) -> new AuthorisationStep.CoolingOff(token.effectiveAt());
            case TokenState.Effective(Token token) -> {
                Authorisation authorisation = new Authorisation(
                        UUID.randomUUID(),
                        customerId,
                        app,
                        token.id(),
                        details.type(),
                        details.hash(),
                        Authorisation.State.OPEN,
                        now.plus(lifetime));
                QuarkusTransaction.requiringNew().run(() -> authorisations.add(authorisation));
                yield new AuthorisationStep.Requested(authorisation);
            }
        };
    }
}
