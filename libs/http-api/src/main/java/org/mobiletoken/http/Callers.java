package org.mobiletoken.http;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;
import org.mobiletoken.http.Caller.CustomerSession;
import org.mobiletoken.http.Caller.Gateway;
import org.mobiletoken.http.Caller.Other;
import org.mobiletoken.http.Caller.Service;
import org.mobiletoken.http.Caller.Staff;

/** Says who calls and refuses with 403 whoever is not what the endpoint asks for. */
@ApplicationScoped
public class Callers {
    private final SecurityIdentity identity;
    private final String customerClaim;
    private final Map<String, String> appOfClient = new HashMap<>();

    Callers(SecurityIdentity identity, CallerSettings settings) {
        this.identity = identity;
        this.customerClaim = settings.customerClaim();
        settings.apps().forEach((app, client) -> appOfClient.put(client, app));
    }

    /** Whoever calls, with a valid token; 401 without one. */
    public Caller current() {
        if (!(identity.getPrincipal() instanceof JsonWebToken token)) {
            throw Problem.of(ProblemTypes.UNAUTHENTICATED).toException();
        }
        Set<String> roles = identity.getRoles();
        String client = textOr(token.getClaim("azp"), "");
        String app = appOfClient.get(client);
        String customer = token.getClaim(customerClaim);
        if (roles.contains(Roles.CUSTOMER) && app != null && customer != null) {
            return new CustomerSession(customer, app, client, token.getClaim("sid"));
        }
        if (roles.contains(Roles.GATEWAY) && app != null) {
            return new Gateway(client, app);
        }
        if (roles.contains(Roles.SERVICE)) {
            return new Service(client);
        }
        if (roles.stream().anyMatch(Roles.STAFF::contains) && token.getSubject() != null) {
            String name = textOr(token.getClaim("preferred_username"), token.getSubject());
            return new Staff(token.getSubject(), name, Set.copyOf(roles), client);
        }
        return new Other(client, Set.copyOf(roles));
    }

    public CustomerSession customer() {
        return current() instanceof CustomerSession customer ? customer : refuse();
    }

    public Gateway gateway() {
        return current() instanceof Gateway gateway ? gateway : refuse();
    }

    /** A service; if clients are named, one of those. */
    public Service service(String... allowedClients) {
        return current() instanceof Service service
                        && (allowedClients.length == 0
                                || List.of(allowedClients).contains(service.clientId()))
                ? service
                : refuse();
    }

    public Staff staff() {
        return current() instanceof Staff staff ? staff : refuse();
    }

    /** A customer in a session or the gateway of an app, each with the app that the token names. */
    public Caller customerOrGateway() {
        Caller caller = current();
        return caller instanceof CustomerSession || caller instanceof Gateway ? caller : refuse();
    }

    private static <T> T refuse() {
        throw Problem.of(ProblemTypes.FORBIDDEN).toException();
    }

    private static String textOr(@Nullable String text, String otherwise) {
        return text == null ? otherwise : text;
    }
}
