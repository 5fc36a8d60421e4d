package org.mobiletoken.notification.bank;

import java.time.Duration;
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

    public int sessions() {
        return centre.boundSessions();
    }

    public void behave(Behaviour behaviour) {
        centre.behave(behaviour);
    }

    /** From now on every message is refused with this command status; 0 accepts again. */
    public void refuseWith(int commandStatus) {
        centre.behave(Behaviour.refusing(commandStatus));
    }

    /** From now on messages are taken and never answered, until {@link #speak()}. */
    public void keepSilent() {
        centre.behave(Behaviour.silent());
    }

    /** From now on messages are taken at once and answered after this time. */
    public void answerAfter(Duration delay) {
        centre.behave(Behaviour.answeringAfter(delay));
    }

    public void speak() {
        centre.behave(Behaviour.NORMAL);
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
