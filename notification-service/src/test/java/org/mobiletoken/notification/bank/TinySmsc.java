package org.mobiletoken.notification.bank;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jsmpp.PDUStringException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.BroadcastSm;
import org.jsmpp.bean.CancelBroadcastSm;
import org.jsmpp.bean.CancelSm;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.QueryBroadcastSm;
import org.jsmpp.bean.QuerySm;
import org.jsmpp.bean.ReplaceSm;
import org.jsmpp.bean.SubmitMulti;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.BroadcastSmResult;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.QueryBroadcastSmResult;
import org.jsmpp.session.QuerySmResult;
import org.jsmpp.session.SMPPServerSession;
import org.jsmpp.session.SMPPServerSessionListener;
import org.jsmpp.session.ServerMessageReceiverListener;
import org.jsmpp.session.Session;
import org.jsmpp.session.SubmitMultiResult;
import org.jsmpp.session.SubmitSmResult;
import org.jsmpp.util.MessageId;

/** A real SMS centre over TCP, as small as it can be: it can refuse, keep silent, go away and come back on its port. */
public final class TinySmsc implements ServerMessageReceiverListener, AutoCloseable {

    /** A message as a phone would show it. */
    public record Received(String to, String text) {}

    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final List<SubmitSm> pdus = new CopyOnWriteArrayList<>();
    private final Map<String, Map<Integer, byte[]>> parts = new ConcurrentHashMap<>();
    private final Set<SMPPServerSession> sessions = ConcurrentHashMap.newKeySet();
    private final AtomicInteger ids = new AtomicInteger();
    private final AtomicInteger refusal = new AtomicInteger();
    private final AtomicReference<CountDownLatch> silence = new AtomicReference<>(new CountDownLatch(0));
    private volatile SMPPServerSessionListener listener;
    private final int port;

    public TinySmsc() {
        port = freePort();
        listener = listen(port);
        start();
    }

    public int port() {
        return port;
    }

    public List<Received> received(String to) {
        return received.stream().filter(message -> message.to().equals(to)).toList();
    }

    public List<Received> received() {
        return received;
    }

    public List<SubmitSm> pdus() {
        return pdus;
    }

    public int sessions() {
        sessions.removeIf(session -> !session.getSessionState().isBound());
        return sessions.size();
    }

    /** From now on every message is refused with this command status; 0 accepts again. */
    public void refuseWith(int commandStatus) {
        refusal.set(commandStatus);
    }

    /** From now on messages are taken and never answered, until {@link #speak()}. */
    public void keepSilent() {
        silence.set(new CountDownLatch(1));
    }

    public void speak() {
        silence.get().countDown();
    }

    public void goAway() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        dropLinks();
    }

    public void dropLinks() {
        sessions.forEach(SMPPServerSession::close);
        sessions.clear();
    }

    public void unbindLinks() {
        sessions.forEach(SMPPServerSession::unbindAndClose);
        sessions.clear();
    }

    public void comeBack() {
        listener = listen(port);
        start();
    }

    private static int freePort() {
        try (ServerSocket any = new ServerSocket(0)) {
            return any.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SMPPServerSessionListener listen(int port) {
        try {
            return new SMPPServerSessionListener(port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void start() {
        SMPPServerSessionListener mine = listener;
        Thread.ofVirtual().start(() -> {
            while (mine == listener) {
                try {
                    SMPPServerSession session = mine.accept();
                    session.setMessageReceiverListener(this);
                    Thread.ofVirtual().start(() -> bind(session));
                } catch (IOException e) {
                    return;
                }
            }
        });
    }

    private void bind(SMPPServerSession session) {
        try {
            session.waitForBind(5000).accept("tiny");
            sessions.add(session);
        } catch (Exception e) {
            session.close();
        }
    }

    @Override
    public SubmitSmResult onAcceptSubmitSm(SubmitSm sm, SMPPServerSession source) throws ProcessRequestException {
        int status = refusal.get();
        if (status != 0) {
            throw new ProcessRequestException("told to refuse", status);
        }
        pdus.add(sm);
        take(sm);
        try {
            silence.get().await();
            return new SubmitSmResult(new MessageId("sms-" + ids.incrementAndGet()), null);
        } catch (InterruptedException | PDUStringException e) {
            throw new ProcessRequestException("interrupted", SMPPConstant.STAT_ESME_RSYSERR);
        }
    }

    private synchronized void take(SubmitSm sm) {
        byte[] bytes = sm.getShortMessage();
        if (!sm.isUdhi()) {
            received.add(new Received("+" + sm.getDestAddress(), decode(sm, bytes)));
            return;
        }
        String key = sm.getDestAddress() + "/" + bytes[3];
        Map<Integer, byte[]> known = parts.computeIfAbsent(key, k -> new TreeMap<>());
        known.put((int) bytes[5], Arrays.copyOfRange(bytes, 6, bytes.length));
        if (known.size() == bytes[4]) {
            StringBuilder text = new StringBuilder();
            known.values().forEach(part -> text.append(decode(sm, part)));
            parts.remove(key);
            received.add(new Received("+" + sm.getDestAddress(), text.toString()));
        }
    }

    private static String decode(SubmitSm sm, byte[] bytes) {
        return new String(bytes, sm.getDataCoding() == 8 ? StandardCharsets.UTF_16BE : StandardCharsets.US_ASCII);
    }

    @Override
    public void close() {
        speak();
        goAway();
    }

    @Override
    public SubmitMultiResult onAcceptSubmitMulti(SubmitMulti sm, SMPPServerSession s) throws ProcessRequestException {
        throw unsupported();
    }

    @Override
    public QuerySmResult onAcceptQuerySm(QuerySm sm, SMPPServerSession s) throws ProcessRequestException {
        throw unsupported();
    }

    @Override
    public void onAcceptReplaceSm(ReplaceSm sm, SMPPServerSession s) throws ProcessRequestException {
        throw unsupported();
    }

    @Override
    public void onAcceptCancelSm(CancelSm sm, SMPPServerSession s) throws ProcessRequestException {
        throw unsupported();
    }

    @Override
    public BroadcastSmResult onAcceptBroadcastSm(BroadcastSm sm, SMPPServerSession s) throws ProcessRequestException {
        throw unsupported();
    }

    @Override
    public void onAcceptCancelBroadcastSm(CancelBroadcastSm sm, SMPPServerSession s) throws ProcessRequestException {
        throw unsupported();
    }

    @Override
    public QueryBroadcastSmResult onAcceptQueryBroadcastSm(QueryBroadcastSm sm, SMPPServerSession s)
            throws ProcessRequestException {
        throw unsupported();
    }

    @Override
    public DataSmResult onAcceptDataSm(DataSm sm, Session s) throws ProcessRequestException {
        throw unsupported();
    }

    private static ProcessRequestException unsupported() {
        return new ProcessRequestException("not here", SMPPConstant.STAT_ESME_RINVCMDID);
    }
}
