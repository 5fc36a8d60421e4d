package org.mobiletoken.bank.smpp;

import io.quarkus.runtime.Startup;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;
import org.jsmpp.PDUStringException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.extra.SessionState;
import org.jsmpp.session.BindRequest;
import org.jsmpp.session.SMPPServerSession;
import org.jsmpp.session.SMPPServerSessionListener;
import org.jspecify.annotations.Nullable;

/** Listens for SMPP 3.4 connections from start to stop; only the configured system id and password may bind. */
@Startup
@ApplicationScoped
public class SmsCentre {
    private static final Logger LOG = Logger.getLogger(SmsCentre.class);
    private static final long BIND_WITHIN_MS = 5_000;
    private static final int PARALLEL_REQUESTS = 16;

    private final SmppSettings settings;
    private final Receipts receipts = new Receipts();
    private final Submissions submissions;
    private final Set<SMPPServerSession> sessions = ConcurrentHashMap.newKeySet();
    private volatile Behaviour behaviour = Behaviour.NORMAL;
    private volatile boolean listening;
    private @Nullable SMPPServerSessionListener listener;
    private int port;

    public SmsCentre(SmppSettings settings, Inbox inbox) {
        this.settings = settings;
        this.submissions = new Submissions(inbox, receipts, this::behaviour);
    }

    @PostConstruct
    void start() {
        try {
            LoopbackPort loopback = new LoopbackPort(settings.port());
            port = loopback.number();
            SMPPServerSessionListener opened = new SMPPServerSessionListener(port, loopback);
            opened.setPduProcessorDegree(PARALLEL_REQUESTS);
            opened.setMessageReceiverListener(submissions);
            opened.setResponseDeliveryListener(receipts);
            listener = opened;
            listening = true;
            Thread.ofVirtual().name("smpp-accept").start(() -> accept(opened));
        } catch (IOException e) {
            throw new UncheckedIOException("The SMS centre cannot listen on port " + settings.port(), e);
        }
        LOG.infof("The SMS centre listens on port %d", port);
    }

    @PreDestroy
    void stop() throws IOException {
        listening = false;
        Objects.requireNonNull(listener).close();
        dropLinks();
    }

    public int port() {
        return port;
    }

    public String systemId() {
        return settings.systemId();
    }

    public Behaviour behaviour() {
        return behaviour;
    }

    public void behave(Behaviour wanted) {
        behaviour = wanted;
    }

    public boolean listening() {
        return listening;
    }

    public long boundSessions() {
        return sessions.stream()
                .filter(session -> session.getSessionState().isBound())
                .count();
    }

    /** Closes every connection at once, without unbinding, as a broken line would. */
    public void dropLinks() {
        sessions.forEach(SMPPServerSession::close);
    }

    private void accept(SMPPServerSessionListener opened) {
        while (listening) {
            try {
                SMPPServerSession session = opened.accept();
                session.addSessionStateListener((now, before, source) -> {
                    if (now == SessionState.CLOSED) {
                        sessions.remove(session);
                    }
                });
                sessions.add(session);
                Thread.startVirtualThread(() -> bind(session));
            } catch (IOException e) {
                if (listening) {
                    LOG.warn("A connection to the SMS centre could not be accepted", e);
                }
            }
        }
    }

    private void bind(SMPPServerSession session) {
        try {
            BindRequest request = session.waitForBind(BIND_WITHIN_MS);
            if (!settings.systemId().equals(request.getSystemId())) {
                request.reject(SMPPConstant.STAT_ESME_RINVSYSID);
            } else if (!settings.password().equals(request.getPassword())) {
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
