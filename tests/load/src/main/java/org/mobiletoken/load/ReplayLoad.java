package org.mobiletoken.load;

import java.net.URI;
import java.time.Instant;
import java.util.Set;
import org.mobiletoken.bank.Api;
import org.mobiletoken.bank.SmsInbox;
import org.mobiletoken.bank.directory.CustomerDirectory;
import org.mobiletoken.stack.ServiceName;

/**
 * Everything that was ever published, handed to every consumer of every service once more: no row of a business table may be
 * another afterwards, and no phone may have got a message.
 */
final class ReplayLoad implements Scenario {
    private static final String CUSTOMER = "load-";

    @Override
    public Set<ServiceName> services() {
        return Set.of(ServiceName.values());
    }

    /** Customers with both apps disable one, and every fifth is frozen besides. */
    @Override
    public void warmUp(Platform platform, Size size) {
        LinkedCustomers.create(platform, CUSTOMER, 0, customers(size));
        Http http = platform.http(ServiceName.ENROLMENT, 1);
        URI enrolment = platform.replicas(ServiceName.ENROLMENT).getFirst();
        URI lockout = platform.replicas(ServiceName.LOCKOUT).getFirst();
        var attempts = new Attempts(platform, 1);
        for (int number = 0; number < customers(size); number++) {
            String customer = CUSTOMER + number;
            http.as(platform.session(customer, "mobile-banking"))
                    .delete(enrolment, "/v1/token")
                    .expect(200);
            if (number % 5 == 0) {
                attempts.freeze(lockout, customer, "investment");
            }
        }
    }

    @Override
    public Report measure(Platform platform, Size size) {
        SecondHearing.atRest(platform);
        Instant begun = SmsInbox.now();
        long shortMessages = shortMessages(platform, size, Instant.EPOCH);
        long mails = mails(platform);
        Report report = SecondHearing.of(platform);
        return new Report()
                .condition("operation", "hand an event to a consumer that has taken it over before")
                .condition("customers", customers(size))
                .condition("messages_before", shortMessages + mails)
                .including("", report)
                .exactly("messages_sent", 0, shortMessages(platform, size, begun) + mails(platform) - mails);
    }

    /** How many short messages the phones have got since then. */
    private static long shortMessages(Platform platform, Size size, Instant since) {
        var inbox = new SmsInbox(platform.endpoints());
        var directory = new CustomerDirectory();
        long sent = 0;
        for (int number = 0; number < customers(size); number++) {
            String phone = directory.find(CUSTOMER + number).orElseThrow().mobileNumber();
            sent += inbox.newerThan(phone, since).size();
        }
        return sent;
    }

    private static long mails(Platform platform) {
        return Api.open()
                .get(platform.endpoints().bank(), "/mailbox")
                .expect(200)
                .body()
                .size();
    }

    private static int customers(Size size) {
        return size.of(50, 2_000);
    }
}
