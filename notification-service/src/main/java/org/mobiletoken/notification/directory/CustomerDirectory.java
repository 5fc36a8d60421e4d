package org.mobiletoken.notification.directory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response.Status;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;
import org.mobiletoken.notification.directory.ContactLookup.Found;
import org.mobiletoken.notification.directory.ContactLookup.NoCustomer;
import org.mobiletoken.notification.directory.ContactLookup.Unavailable;
import org.mobiletoken.notification.directory.DirectoryApi.ContactAnswer;
import org.mobiletoken.notification.rules.Language;

/** Asks the directory for each message anew, so that no address is ever stored here. */
@ApplicationScoped
public class CustomerDirectory {

    private static final Logger LOG = Logger.getLogger(CustomerDirectory.class);

    private final DirectoryApi api;
    private final MobileNumbers numbers;

    public CustomerDirectory(@RestClient DirectoryApi api, MobileNumbers numbers) {
        this.api = api;
        this.numbers = numbers;
    }

    public ContactLookup contact(String customerId) {
        ContactAnswer answer;
        try {
            answer = api.contact(customerId);
        } catch (WebApplicationException e) {
            if (e.getResponse().getStatus() == Status.NOT_FOUND.getStatusCode()) {
                return new NoCustomer();
            }
            LOG.warnf("The customer directory answered %d", e.getResponse().getStatus());
            return new Unavailable();
        } catch (RuntimeException e) {
            // Whatever fails between here and there, its token included, only the kind of failure is told.
            LOG.warnf("The customer directory cannot be asked: %s", e.getClass().getSimpleName());
            return new Unavailable();
        }
        return new Found(
                numbers.parse(answer.mobileNumber()).orElse(null),
                EmailAddress.parse(answer.email()).orElse(null),
                answer.mobileNumberChangedAt(),
                Language.of(answer.language()));
    }
}
