package org.mobiletoken.notification.bank;

import java.util.List;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.mobiletoken.smsc.Behaviour;
import org.mobiletoken.smsc.Inbox;
import org.mobiletoken.smsc.Sms;
import org.mobiletoken.smsc.SmsCentre;

/** A real SMS centre over TCP and the phones behind it: it can refuse, keep silent, go away and come back on its port. */
public final class BankSmsc implements AutoCloseable {

    private static final String SYSTEM_ID = "mobile-token";
    public static final String PASSWORD = "smpp-dev";

    private final Inbox inbox = new Inbox();
    private final SmsCentre centre;

    public BankSmsc() {
        this(null);
    }

    /** With a context, it speaks TLS. */
    public BankSmsc(@Nullable SSLContext tls) {
        centre = new SmsCentre(new SmsCentre.Access(0, SYSTEM_ID, PASSWORD), inbox, tls);
        speak();
        centre.start();
    }

    public int port() {
        return centre.port();
    }

    public List<Sms> received(String to) {
        return inbox.of(to);
    }

    public List<Sms> received() {
        return inbox.all();
    }

    public void forget() {
        inbox.clear();
    }

    public int sessions() {
        return centre.boundSessions();
    }

    public void behave(Behaviour behaviour) {
        centre.behave(behaviour);
    }

    /** From now on this is reported of every message. */
    public void report(Behaviour.Receipts receipts) {
        behave(Behaviour.NORMAL.reporting(receipts));
    }

    /** From now on every message is refused with this command status; 0 accepts again. */
    public void refuseWith(int commandStatus) {
        behaveWithoutReceipts(Behaviour.refusing(commandStatus));
    }

    /** From now on messages are taken and never answered, until {@link #speak()}. */
    public void keepSilent() {
        behaveWithoutReceipts(Behaviour.silent());
    }

    /** From now on messages are taken, and their links dropped instead of an answer, until {@link #speak()}. */
    public void dropLinksInsteadOfAnswering() {
        behaveWithoutReceipts(Behaviour.droppingLinks());
    }

    public void speak() {
        behaveWithoutReceipts(Behaviour.NORMAL);
    }

    private void behaveWithoutReceipts(Behaviour behaviour) {
        behave(behaviour.reporting(Behaviour.Receipts.NONE));
    }

    public void goAway() {
        centre.stop();
    }

    public void comeBack() {
        centre.start();
    }

    public void dropLinks() {
        centre.dropLinks();
    }

    public void unbindLinks() {
        centre.unbindLinks();
    }

    @Override
    public void close() {
        centre.close();
    }
}
