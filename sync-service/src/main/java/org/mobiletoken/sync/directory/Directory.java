package org.mobiletoken.sync.directory;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.mobiletoken.sync.rules.Terms;

/** Which terms are in force, in the customer's language. */
@ApplicationScoped
public class Directory {
    private final DirectoryClient client;

    Directory(@RestClient DirectoryClient client) {
        this.client = client;
    }

    /** Asks over the network: never inside a transaction. */
    public Terms termsInForce(String customerId, String app) {
        String language = client.contact(customerId).language();
        DirectoryClient.TermsInForce terms = client.terms(app, language);
        return new Terms(terms.version(), terms.contentHash());
    }
}
