package org.mobiletoken.bank;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.mobiletoken.bank.directory.CustomerDirectory;

/** Everything of the bank that surrounds one running platform. */
public final class Bank {
    public static final String MOBILE_BANKING = "mobile-banking";
    public static final String INVESTMENT = "investment";

    private static final String DEMO_PASSWORD = "demo";

    private final Endpoints endpoints;
    private final CustomerDirectory directory = new CustomerDirectory();
    private final Map<String, Gateway> gateways = new ConcurrentHashMap<>();
    private final DemoClock clock;

    public Bank(Endpoints endpoints) {
        this.endpoints = endpoints;
        this.clock = new DemoClock(endpoints);
    }

    /** The bank around the platform whose addresses the local stack wrote into this file. */
    public static Bank around(Path endpointsFile) {
        return new Bank(Endpoints.read(endpointsFile));
    }

    public Endpoints endpoints() {
        return endpoints;
    }

    public DemoClock clock() {
        return clock;
    }

    public Gateway gateway(String app) {
        return gateways.computeIfAbsent(app, name -> new Gateway(endpoints, name));
    }

    public SmsInbox inbox() {
        return new SmsInbox(endpoints);
    }

    public PaymentSystem paymentSystem() {
        return new PaymentSystem(endpoints);
    }

    public Branch branch() {
        return new Branch(endpoints, "officer.ho", "approver.lam", DEMO_PASSWORD);
    }

    /** Sees what is published from now on. */
    public EventLog openEventLog() {
        return new EventLog(endpoints);
    }

    public CustomerDirectory directory() {
        return directory;
    }

    /** A new phone with no keys yet. */
    public Phone newPhone(String name) {
        return new Phone(name, gateway(MOBILE_BANKING).publishedKeys(), clock);
    }

    /** A customer of the demonstration with a new phone; {@code narrator} hears of each answer. */
    public Person person(String user, String phoneName, Narrator narrator) {
        return new Person(this, user, DEMO_PASSWORD, newPhone(phoneName), narrator);
    }
}
