package org.mobiletoken.smsc;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.jsmpp.PDUStringException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.BroadcastSm;
import org.jsmpp.bean.CancelBroadcastSm;
import org.jsmpp.bean.CancelSm;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.OptionalParameter;
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
import org.jsmpp.session.ServerMessageReceiverListener;
import org.jsmpp.session.Session;
import org.jsmpp.session.SubmitMultiResult;
import org.jsmpp.session.SubmitSmResult;
import org.jsmpp.util.MessageId;

/** Takes {@code submit_sm} into the inbox, or refuses it as the current behaviour says; every other operation is unknown. */
final class Submissions implements ServerMessageReceiverListener {
    private static final long IDS = 1L << 32;

    private final Inbox inbox;
    private final Receipts receipts;
    private final Mood mood;
    private final LongMessages longMessages = new LongMessages();
    /** No two runs begin alike, so an id that a client remembers from before is not met again. */
    private final AtomicLong messages =
            new AtomicLong(ThreadLocalRandom.current().nextLong(IDS));

    Submissions(Inbox inbox, Receipts receipts, Mood mood) {
        this.inbox = inbox;
        this.receipts = receipts;
        this.mood = mood;
    }

    @Override
    public SubmitSmResult onAcceptSubmitSm(SubmitSm submit, SMPPServerSession session) throws ProcessRequestException {
        Behaviour now = mood.current();
        pause(now, now.delay());
        refuseIfTold(now, international(submit.getDestAddress()));
        String id = "%08x".formatted(messages.incrementAndGet() % IDS);
        Optional<byte[]> whole = longMessages.add(submit, Segment.of(submit));
        whole.ifPresent(content -> inbox.add(MessageText.decode(submit.getDataCoding(), content), id, submit));
        receipts.owe(id, submit, now.receipts());
        if (now.dropsLink()) {
            session.close();
            throw new ProcessRequestException("the link is gone", SMPPConstant.STAT_ESME_RSYSERR);
        }
        pause(now, now.answerDelay());
        return result(id);
    }

    private static void refuseIfTold(Behaviour now, String number) throws ProcessRequestException {
        if (now.refuseWith() != 0) {
            throw new ProcessRequestException("told to refuse", now.refuseWith());
        }
        if (now.throttled()) {
            throw new ProcessRequestException("throttled", SMPPConstant.STAT_ESME_RTHROTTLED);
        }
        if (now.refusedNumbers().contains(number)) {
            throw new ProcessRequestException("refused number", SMPPConstant.STAT_ESME_RINVDSTADR);
        }
    }

    private void pause(Behaviour now, Duration time) throws ProcessRequestException {
        try {
            mood.pause(now, time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProcessRequestException("the centre is stopping", SMPPConstant.STAT_ESME_RSYSERR, e);
        }
    }

    private static SubmitSmResult result(String id) throws ProcessRequestException {
        try {
            return new SubmitSmResult(new MessageId(id), new OptionalParameter[0]);
        } catch (PDUStringException e) {
            throw new ProcessRequestException("no message id", SMPPConstant.STAT_ESME_RSYSERR, e);
        }
    }

    static String international(String address) {
        return address.startsWith("+") ? address : "+" + address;
    }

    private static ProcessRequestException unknown() {
        return new ProcessRequestException("not offered by this centre", SMPPConstant.STAT_ESME_RINVCMDID);
    }

    @Override
    public SubmitMultiResult onAcceptSubmitMulti(SubmitMulti request, SMPPServerSession session)
            throws ProcessRequestException {
        throw unknown();
    }

    @Override
    public QuerySmResult onAcceptQuerySm(QuerySm request, SMPPServerSession session) throws ProcessRequestException {
        throw unknown();
    }

    @Override
    public void onAcceptReplaceSm(ReplaceSm request, SMPPServerSession session) throws ProcessRequestException {
        throw unknown();
    }

    @Override
    public void onAcceptCancelSm(CancelSm request, SMPPServerSession session) throws ProcessRequestException {
        throw unknown();
    }

    @Override
    public BroadcastSmResult onAcceptBroadcastSm(BroadcastSm request, SMPPServerSession session)
            throws ProcessRequestException {
        throw unknown();
    }

    @Override
    public void onAcceptCancelBroadcastSm(CancelBroadcastSm request, SMPPServerSession session)
            throws ProcessRequestException {
        throw unknown();
    }

    @Override
    public QueryBroadcastSmResult onAcceptQueryBroadcastSm(QueryBroadcastSm request, SMPPServerSession session)
            throws ProcessRequestException {
        throw unknown();
    }

    @Override
    public DataSmResult onAcceptDataSm(DataSm request, Session session) throws ProcessRequestException {
        throw unknown();
    }
}
