package org.mobiletoken.smsc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import org.jboss.logging.Logger;
import org.jsmpp.PDUStringException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.extra.SessionState;
import org.jsmpp.session.BindRequest;
import org.jsmpp.session.SMPPServerSession;
import org.jsmpp.session.SMPPServerSessionListener;
import org.jspecify.annotations.Nullable;

/**
 * Listens for SMPP 3.4 connections from start to stop, as often as it is told to and always on the same port; only the one system
 * id and password may bind.
 */
public final class SmsCentre implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(SmsCentre.class);
    private static final long BIND_WITHIN_MS = 5_000;
    private static final int PARALLEL_REQUESTS = 16;
    private static final int WAITING_REQUESTS = 1_000;

    private final Access access;
    private final @Nullable SSLContext tls;
    private final Mood mood = new Mood();
    private final Set<SMPPServerSession> sessions = ConcurrentHashMap.newKeySet();
    private final Receipts receipts;
    private final Submissions submissions;
    private @Nullable SMPPServerSessionListener listener;
    private volatile int port;

    /** Who may bind, and where; port 0 takes a free one. */
    public record Access(int port, String systemId, String password) {
        @Override
        public String toString() {
            return systemId + " on port " + port;
        }
    }

    public SmsCentre(Access access, Inbox inbox) {
        this(access, inbox, null);
    }

    /** With a context, every connection speaks TLS. */
    public SmsCentre(Access access, Inbox inbox, @Nullable SSLContext tls) {
        this.access = access;
        this.tls = tls;
        this.port = access.port();
        this.receipts = new Receipts(inbox, this::bound);
        this.submissions = new Submissions(inbox, receipts, mood);
    }

    public synchronized void start() {
        try {
            LoopbackPort loopback = LoopbackPort.open(port, tls);
            port = loopback.number();
            SMPPServerSessionListener opened = new SMPPServerSessionListener(port, loopback);
            opened.setPduProcessorDegree(PARALLEL_REQUESTS);
            opened.setQueueCapacity(WAITING_REQUESTS);
            opened.setMessageReceiverListener(submissions);
            opened.setResponseDeliveryListener(receipts);
            listener = opened;
            Thread.ofVirtual().name("smpp-accept").start(() -> accept(opened));
        } catch (IOException e) {
            throw new UncheckedIOException("The SMS centre cannot listen on port " + port, e);
        }
        LOG.infof("The SMS centre listens on port %d", port);
    }

    /** Takes no connection any more and closes those there are, also one just being accepted, as a crash would. */
    public synchronized void stop() {
        SMPPServerSessionListener closing = listener;
        listener = null;
        try {
            if (closing != null) {
                closing.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        dropLinks();
    }

    @Override
    public void close() {
        behave(Behaviour.NORMAL);
        stop();
    }

    public int port() {
        return port;
    }

    public String systemId() {
        return access.systemId();
    }

    public Behaviour behaviour() {
        return mood.current();
    }

    public void behave(Behaviour wanted) {
        mood.change(wanted);
    }

    public synchronized boolean listening() {
        return listener != null;
    }

    public int boundSessions() {
        return bound().size();
    }

    private List<SMPPServerSession> bound() {
        return sessions.stream()
                .filter(session -> session.getSessionState().isBound())
                .toList();
    }

    /** Closes every connection at once, without unbinding, as a broken line would. */
    public void dropLinks() {
        sessions.forEach(SMPPServerSession::close);
    }

    /** Unbinds every connection, as a centre that goes down for maintenance does. */
    public void unbindLinks() {
        sessions.forEach(SMPPServerSession::unbindAndClose);
    }

    private void accept(SMPPServerSessionListener opened) {
        while (opened == current()) {
            try {
                SMPPServerSession session = opened.accept();
                session.addSessionStateListener((now, before, source) -> {
                    if (now == SessionState.CLOSED) {
                        sessions.remove(session);
                    }
                });
                sessions.add(session);
                if (opened == current()) {
                    Thread.startVirtualThread(() -> bind(session));
                } else {
                    session.close();
                }
            } catch (IOException e) {
                if (opened == current()) {
                    LOG.warn("A connection to the SMS centre could not be accepted", e);
                }
            }
        }
    }

    private synchronized @Nullable SMPPServerSessionListener current() {
        return listener;
    }

    private void bind(SMPPServerSession session) {
        try {
            BindRequest request = session.waitForBind(BIND_WITHIN_MS);
            if (!access.systemId().equals(request.getSystemId())) {
                request.reject(SMPPConstant.STAT_ESME_RINVSYSID);
            } else if (!access.password().equals(request.getPassword())) {
                request.reject(SMPPConstant.STAT_ESME_RINVPASWD);
            } else {
                request.accept("bank-simulator");
            }
        } catch (TimeoutException | IOException | PDUStringException | IllegalStateException e) {
            LOG.debugf(
                    "A connection was closed before it was bound: %s",
                    e.getClass().getSimpleName());
            session.close();
        }
    }
}
