package org.mobiletoken.smsc;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.bean.DataCodings;
import org.jsmpp.bean.DeliveryReceipt;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.GSMSpecificFeature;
import org.jsmpp.bean.MessageMode;
import org.jsmpp.bean.MessageState;
import org.jsmpp.bean.MessageType;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jsmpp.session.SMPPServerSession;
import org.jsmpp.session.ServerResponseDeliveryAdapter;
import org.jsmpp.session.SubmitSmResult;
import org.jsmpp.util.DeliveryReceiptState;

/**
 * Sends the delivery receipts that submitters asked for, each after the answer to its submission, and again over any link while
 * nobody takes it.
 */
final class Receipts extends ServerResponseDeliveryAdapter {
    private static final Logger LOG = Logger.getLogger(Receipts.class);
    private static final int TIMES = 20;
    private static final long PAUSE_MS = 250;

    private final Map<String, Owed> owed = new ConcurrentHashMap<>();
    private final Inbox inbox;
    private final Supplier<List<SMPPServerSession>> links;

    Receipts(Inbox inbox, Supplier<List<SMPPServerSession>> links) {
        this.inbox = inbox;
        this.links = links;
    }

    void owe(String messageId, SubmitSm submit, Behaviour.Receipts outcome) {
        boolean delivered = outcome == Behaviour.Receipts.DELIVERED;
        boolean wanted = submit.isSmscDelReceiptSuccessAndFailureRequested()
                || submit.isSmscDelReceiptFailureRequested() && !delivered;
        if (wanted && outcome != Behaviour.Receipts.NONE) {
            owed.put(messageId, new Owed(submit, outcome));
        }
    }

    @Override
    public void onSubmitSmRespSent(SubmitSmResult result, SMPPServerSession session) {
        inbox.answered(result.getMessageId());
        Owed receipt = owed.remove(result.getMessageId());
        if (receipt != null) {
            Thread.startVirtualThread(() -> send(result.getMessageId(), receipt, session));
        }
    }

    @Override
    public void onSubmitSmRespError(SubmitSmResult result, Exception cause, SMPPServerSession session) {
        owed.remove(result.getMessageId());
    }

    private void send(String messageId, Owed receipt, SMPPServerSession submitter) {
        SMPPServerSession link = submitter;
        for (int time = 0; time < TIMES; time++) {
            if (isTaken(messageId, receipt, link)) {
                return;
            }
            try {
                Thread.sleep(PAUSE_MS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
            link = links.get().stream().findFirst().orElse(submitter);
        }
        LOG.infof("Nobody took the receipt for message %s", messageId);
    }

    private static boolean isTaken(String messageId, Owed receipt, SMPPServerSession session) {
        SubmitSm submit = receipt.submit();
        try {
            session.deliverShortMessage(
                    submit.getServiceType(),
                    TypeOfNumber.valueOf(submit.getDestAddrTon()),
                    NumberingPlanIndicator.valueOf(submit.getDestAddrNpi()),
                    submit.getDestAddress(),
                    TypeOfNumber.valueOf(submit.getSourceAddrTon()),
                    NumberingPlanIndicator.valueOf(submit.getSourceAddrNpi()),
                    submit.getSourceAddr(),
                    new ESMClass(MessageMode.DEFAULT, MessageType.SMSC_DEL_RECEIPT, GSMSpecificFeature.DEFAULT),
                    (byte) 0,
                    (byte) 0,
                    new RegisteredDelivery(0),
                    DataCodings.ZERO,
                    text(messageId, receipt.outcome()).getBytes(StandardCharsets.US_ASCII),
                    new OptionalParameter.Receipted_message_id(messageId),
                    new OptionalParameter.Message_state(state(receipt.outcome()).value()));
            return true;
        } catch (PDUException
                | ResponseTimeoutException
                | InvalidResponseException
                | NegativeResponseException
                | IOException
                | IllegalStateException e) {
            LOG.debugf("A receipt was not taken: %s", e.getClass().getSimpleName());
            return false;
        }
    }

    private static MessageState state(Behaviour.Receipts outcome) {
        return switch (outcome) {
            case DELIVERED -> MessageState.DELIVERED;
            case UNDELIVERABLE -> MessageState.UNDELIVERABLE;
            case EXPIRED -> MessageState.EXPIRED;
            case NONE -> MessageState.UNKNOWN;
        };
    }

    private static String text(String messageId, Behaviour.Receipts outcome) {
        Date now = Date.from(Clock.systemUTC().instant());
        DeliveryReceiptState state = switch (outcome) {
            case DELIVERED -> DeliveryReceiptState.DELIVRD;
            case UNDELIVERABLE -> DeliveryReceiptState.UNDELIV;
            case EXPIRED -> DeliveryReceiptState.EXPIRED;
            case NONE -> DeliveryReceiptState.UNKNOWN;
        };
        boolean delivered = outcome == Behaviour.Receipts.DELIVERED;
        return new DeliveryReceipt(messageId, 1, delivered ? 1 : 0, now, now, state, delivered ? "000" : "001", "")
                .toString();
    }

    private record Owed(SubmitSm submit, Behaviour.Receipts outcome) {}
}
