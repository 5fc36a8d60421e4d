package org.mobiletoken.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.mobiletoken.bank.Api;
import org.mobiletoken.bank.SmsInbox;
import org.mobiletoken.bank.directory.CustomerDirectory;
import org.mobiletoken.stack.ServiceName;
import org.mobiletoken.stack.TableCopy;

/**
 * Everything that was ever published, handed to every consumer of every service once more: no row of a business table may be
 * another afterwards, and no phone may have got a message.
 */
final class ReplayLoad implements Scenario {
    private static final String CUSTOMER = "load-";
    private static final int WRONG_UNTIL_FROZEN = 6;
    private static final int EVENTS_PER_SECOND = 5_000;
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration QUIET = Duration.ofSeconds(3);
    private static final int LOOKS_AT_MOST = 100;

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
                freeze(attempts, lockout, customer);
            }
        }
    }

    private static void freeze(Attempts attempts, URI lockout, String customer) {
        for (int i = 0; i < WRONG_UNTIL_FROZEN; i++) {
            UUID attempt = UUID.randomUUID();
            attempts.reserve(lockout, attempt, customer, "investment").expect(201);
            attempts.settle(lockout, attempt, customer, false).expect(200);
        }
    }

    @Override
    public Report measure(Platform platform, Size size) {
        var operators = new Operators(platform);
        TableCopy before = atRest(platform);
        Instant begun = SmsInbox.now();
        long shortMessages = shortMessages(platform, size, Instant.EPOCH);
        long mails = mails(platform);
        long begin = System.nanoTime();
        long events = 0;
        long handled = 0;
        long incomplete = 0;
        for (ServiceName service : ServiceName.values()) {
            URI address = platform.replicas(service).getFirst();
            for (JsonNode consumer : operators.status(address).path("consumers")) {
                JsonNode replay =
                        operators.replay(address, consumer.path("name").asText(), EVENTS_PER_SECOND, PATIENCE);
                JsonNode progress = replay.path("progress");
                events += progress.path("done").asLong();
                handled += progress.path("handled").asLong();
                incomplete += replay.path("state").asText().equals("COMPLETED") ? 0 : 1;
            }
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        TableCopy after = atRest(platform);
        return new Report()
                .condition("operation", "hand an event to a consumer that has taken it over before")
                .condition("customers", customers(size))
                .condition("rows", before.count())
                .condition("messages_before", shortMessages + mails)
                .figure("events", events)
                .figure("seconds", seconds)
                .exactly("incomplete", 0, incomplete)
                .exactly("handled_again", 0, handled)
                .exactly("rows_changed", 0, after.changedSince(before))
                .exactly("messages_sent", 0, shortMessages(platform, size, begun) + mails(platform) - mails);
    }

    /** The business tables once nothing in them has changed for a while. */
    private static TableCopy atRest(Platform platform) {
        TableCopy before = TableCopy.of(platform.stack());
        for (int look = 0; look < LOOKS_AT_MOST; look++) {
            Figures.pass(QUIET);
            TableCopy after = TableCopy.of(platform.stack());
            if (after.equals(before)) {
                return after;
            }
            before = after;
        }
        throw new IllegalStateException("The platform does not come to rest");
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
