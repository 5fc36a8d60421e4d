package org.mobiletoken.bank.smpp;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mobiletoken.smsc.Inbox;
import org.mobiletoken.smsc.Sms;

/** Shows what the simulated phones received. */
@Path("/inbox")
@PermitAll
@RunOnVirtualThread
public class InboxResource {
    private final Inbox inbox;

    InboxResource(Inbox inbox) {
        this.inbox = inbox;
    }

    /** A plus sign that came unescaped, and so as a space, is understood. */
    @GET
    public List<Sms> messages(@QueryParam("number") @Nullable String number) {
        return number == null ? inbox.all() : inbox.of(number.replace(' ', '+'));
    }

    @DELETE
    public void clear() {
        inbox.clear();
    }
}
