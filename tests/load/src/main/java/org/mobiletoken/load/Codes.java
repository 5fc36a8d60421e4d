package org.mobiletoken.load;

import java.net.URI;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.mobiletoken.bank.directory.CustomerDirectory;
import org.mobiletoken.stack.ServiceName;
import org.mobiletoken.stack.StackSettings;

/** Asks notification-service for codes as enrolment-service does, each for a customer and a number that nobody used before. */
final class Codes {
    static final String PURPOSE = "enrolment";
    static final String APP = "mobile-banking";
    private static final Map<String, Integer> LIMITS = Map.of(
            "CODES_PER_DAY", 10,
            "CODES_PER_NUMBER", 10,
            "CODES_PER_PREFIX", 20_000,
            "CODES_OF_BANK", 2_000_000);
    private static final int CUSTOMERS = 2_500_000;
    /** Goes round all customers and seldom meets two numbers in a row that begin alike. */
    private static final long STRIDE = 1_000_003;

    private final Http http;
    private final URI service;
    private final AtomicLong next = new AtomicLong();
    private final Queue<String> asked = new ConcurrentLinkedQueue<>();
    private final CustomerDirectory directory = new CustomerDirectory();

    Codes(Platform platform, int connections) {
        this.http = platform.http(ServiceName.ENROLMENT, connections);
        this.service = platform.replicas(ServiceName.NOTIFICATION).getFirst();
    }

    /** The limits of customers and numbers as in production; the budgets of prefixes and bank have room for the load. */
    static StackSettings settings(StackSettings usual, int smsCentrePort) {
        StackSettings settings =
                usual.with(ServiceName.NOTIFICATION, "MOBILE_TOKEN_SMPP_PORT", Integer.toString(smsCentrePort));
        for (var limit : LIMITS.entrySet()) {
            settings = settings.with(
                    ServiceName.NOTIFICATION,
                    "MOBILE_TOKEN_MESSAGES_OTP_" + limit.getKey(),
                    limit.getValue().toString());
        }
        return settings;
    }

    String nextCustomer() {
        String customer = "load-" + next.getAndIncrement() * STRIDE % CUSTOMERS;
        asked.add(customer);
        return customer;
    }

    String numberOf(String customer) {
        return directory.find(customer).orElseThrow().mobileNumber();
    }

    /** Everybody that was asked for, at least once. */
    Queue<String> asked() {
        return asked;
    }

    Http.Answer ask(String customer) {
        return http.post(
                service,
                "/v1/otps",
                "{\"customerId\":\"" + customer + "\",\"purpose\":\"" + PURPOSE + "\",\"flowId\":\"" + UUID.randomUUID()
                        + "\",\"app\":\"" + APP + "\"}");
    }
}
