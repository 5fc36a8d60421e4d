package org.mobiletoken.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.mobiletoken.stack.Keycloak;
import org.mobiletoken.stack.LocalStack;
import org.mobiletoken.stack.ServiceName;
import org.mobiletoken.stack.StackSettings;

/** The Keycloak of a run, with secrets and a key that nobody else knows. All platforms of the run use it, one after the other. */
final class IdentityProvider implements AutoCloseable {
    private final Production production = new Production();
    private final AccessTokens accessTokens = new AccessTokens();
    private final Path folder;
    private final Keycloak keycloak;

    private IdentityProvider(Path folder) {
        this.folder = folder;
        StackSettings settings = accessTokens.in(production.realmIn(StackSettings.in(folder)));
        this.keycloak = Keycloak.start(settings.root(), settings.realm(), folder);
    }

    static IdentityProvider start() {
        try {
            return new IdentityProvider(Files.createTempDirectory("mobile-token-bench-identities"));
        } catch (IOException e) {
            throw new UncheckedIOException("There is no room for the identity provider", e);
        }
    }

    /** A platform in the production profile whose services have the secrets that are known here. */
    LocalStack platform(StackSettings settings) {
        return LocalStack.start(production.in(settings), keycloak);
    }

    String clientSecret(ServiceName service) {
        return production.clientSecret(service);
    }

    /** The access token of a new session of a customer in an app. */
    String session(URI realm, String customer, String app) {
        return accessTokens.ofCustomer(realm, customer, app);
    }

    /** An access token of a service that lasts as long as a benchmark. */
    String accessToken(URI realm, ServiceName service) {
        return accessTokens.ofService(realm, service.clientId());
    }

    @Override
    public void close() {
        keycloak.close();
        LocalStack.delete(folder);
    }
}
