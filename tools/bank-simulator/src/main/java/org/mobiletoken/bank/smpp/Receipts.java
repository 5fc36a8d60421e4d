package org.mobiletoken.bank.smpp;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
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

/** Sends the delivery receipts that submitters asked for, each after the answer to its submission. */
final class Receipts extends ServerResponseDeliveryAdapter {
    private static final Logger LOG = Logger.getLogger(Receipts.class);

    private final Map<String, Owed> owed = new ConcurrentHashMap<>();

    void owe(String messageId, SubmitSm submit, Behaviour.Receipts outcome) {
        boolean delivered = outcome == Behaviour.Receipts.DELIVERED;
        boolean wanted = submit.isSmscDelReceiptSuccessAndFailureRequested()
                || submit.isSmscDelReceiptFailureRequested() && !delivered;
        if (wanted && outcome != Behaviour.Receipts.NONE) {
            owed.put(messageId, new Owed(submit, delivered));
        }
    }

    @Override
    public void onSubmitSmRespSent(SubmitSmResult result, SMPPServerSession session) {
        Owed receipt = owed.remove(result.getMessageId());
        if (receipt != null) {
            Thread.startVirtualThread(() -> send(result.getMessageId(), receipt, session));
        }
    }

    @Override
    public void onSubmitSmRespError(SubmitSmResult result, Exception cause, SMPPServerSession session) {
        owed.remove(result.getMessageId());
    }

    private static void send(String messageId, Owed receipt, SMPPServerSession session) {
        SubmitSm submit = receipt.submit();
        MessageState state = receipt.delivered() ? MessageState.DELIVERED : MessageState.UNDELIVERABLE;
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
                    text(messageId, receipt.delivered()).getBytes(StandardCharsets.US_ASCII),
                    new OptionalParameter.Receipted_message_id(messageId),
                    new OptionalParameter.Message_state(state.value()));
        } catch (PDUException
                | ResponseTimeoutException
                | InvalidResponseException
                | NegativeResponseException
                | IOException
                | IllegalStateException e) {
            LOG.infof(
                    "The receipt for message %s could not be sent: %s",
                    messageId, e.getClass().getSimpleName());
        }
    }

    private static String text(String messageId, boolean delivered) {
        Date now = Date.from(Clock.systemUTC().instant());
        DeliveryReceiptState state = delivered ? DeliveryReceiptState.DELIVRD : DeliveryReceiptState.UNDELIV;
        return new DeliveryReceipt(messageId, 1, delivered ? 1 : 0, now, now, state, delivered ? "000" : "001", "")
                .toString();
    }

    private record Owed(SubmitSm submit, boolean delivered) {}
}
