package org.mobiletoken.notification.smpp;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import org.jboss.logging.Logger;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.InterfaceVersion;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.SessionState;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.SMPPSession;
import org.jsmpp.session.connection.ConnectionFactory;
import org.jspecify.annotations.Nullable;

/**
 * One bind to the SMS centre, kept up: whenever it is unbound or closed, a thread of the link's own (never a listener's, which
 * must not wait) binds anew, with pauses that grow while the SMS centre is away.
 */
final class SmppLink {

    private static final Logger LOG = Logger.getLogger(SmppLink.class);

    private static final int FREE_FOR_ANSWERS = 4;
    /** Beyond this, answers to messages would be thrown away unread. */
    private static final int UNREAD = 10_000;

    private final CentreAddress address;
    private final SmppSettings settings;
    private final ConnectionFactory connections;
    private final ReceiptListener receipts;
    private final String name;
    private final Thread keeper;
    private volatile @Nullable SMPPSession session;
    private volatile boolean stopped;

    SmppLink(
            CentreAddress address,
            SmppSettings settings,
            ConnectionFactory connections,
            ReceiptListener receipts,
            String name) {
        this.address = address;
        this.settings = settings;
        this.connections = connections;
        this.receipts = receipts;
        this.name = name;
        this.keeper = Thread.ofVirtual().name("smpp-" + name).unstarted(this::keepBound);
    }

    void start() {
        keeper.start();
    }

    void stop() {
        stopped = true;
        keeper.interrupt();
        SMPPSession last = session;
        if (last != null) {
            last.unbindAndClose();
        }
    }

    /** The session, if it is bound now. */
    Optional<SMPPSession> bound() {
        return Optional.ofNullable(session).filter(s -> s.getSessionState().isTransmittable());
    }

    private void keepBound() {
        Duration pause = settings.firstPause();
        while (!stopped) {
            try {
                CountDownLatch ended = new CountDownLatch(1);
                SMPPSession fresh = bind(ended);
                if (fresh == null) {
                    Thread.sleep(jittered(pause));
                    pause = longer(pause);
                    continue;
                }
                pause = settings.firstPause();
                session = fresh;
                LOG.infof("The %s link to %s is bound", name, address);
                ended.await();
                session = null;
                fresh.close();
                LOG.warnf("The %s link to %s is lost", name, address);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private @Nullable SMPPSession bind(CountDownLatch ended) {
        SMPPSession fresh = new SMPPSession(connections);
        fresh.setPduProcessorDegree(ReceiptListener.AT_ONCE + FREE_FOR_ANSWERS);
        fresh.setQueueCapacity(settings.window() + UNREAD);
        fresh.setMessageReceiverListener(receipts);
        fresh.setEnquireLinkTimer((int) settings.enquireLink().toMillis());
        fresh.setTransactionTimer(settings.answerWithin().toMillis());
        fresh.addSessionStateListener((now, before, source) -> {
            if (now == SessionState.UNBOUND || now == SessionState.CLOSED) {
                ended.countDown();
            }
        });
        BindParameter parameters = new BindParameter(
                BindType.BIND_TRX,
                address.systemId(),
                address.password(),
                address.systemType(),
                TypeOfNumber.UNKNOWN,
                NumberingPlanIndicator.UNKNOWN,
                "",
                InterfaceVersion.IF_34);
        try {
            fresh.connectAndBind(
                    address.host(),
                    address.port(),
                    parameters,
                    settings.bindWithin().toMillis());
            return fresh;
        } catch (IOException e) {
            LOG.debugf(e, "The %s link to %s cannot bind", name, address);
            fresh.close();
            return null;
        }
    }

    private Duration longer(Duration pause) {
        Duration doubled = pause.multipliedBy(2);
        return doubled.compareTo(settings.longestPause()) < 0 ? doubled : settings.longestPause();
    }

    private static Duration jittered(Duration pause) {
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(pause.toMillis() / 2, pause.toMillis() + 1));
    }
}
