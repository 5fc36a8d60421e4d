package org.mobiletoken.bank.mail;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mobiletoken.mail.Mailboxes;
import org.mobiletoken.mail.ReceivedMail;

/** Shows what arrived in the customers' mailboxes. */
@Path("/mailbox")
@PermitAll
@RunOnVirtualThread
public class MailboxResource {
    private final Mailboxes mailboxes;

    MailboxResource(Mailboxes mailboxes) {
        this.mailboxes = mailboxes;
    }

    @GET
    public List<ReceivedMail> mails(@QueryParam("address") @Nullable String address) {
        return address == null ? mailboxes.all() : mailboxes.of(address);
    }

    @DELETE
    public void clear() {
        mailboxes.clear();
    }
}
