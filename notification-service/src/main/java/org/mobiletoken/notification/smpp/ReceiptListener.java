package org.mobiletoken.notification.smpp;

import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.AlertNotification;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.DeliveryReceipt;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.Session;
import org.jsmpp.util.DeliveryReceiptState;
import org.jsmpp.util.InvalidDeliveryReceiptException;
import org.mobiletoken.notification.Receipt;
import org.mobiletoken.notification.rules.PartOutcome;

/**
 * Hears what an SMS centre reports. A report is answered when it is kept; one that cannot be kept now is refused, so it comes
 * again. Only some are kept at once, because the threads that hear them also hear the answers to messages.
 */
final class ReceiptListener implements MessageReceiverListener {

    static final int AT_ONCE = 8;

    private static final Logger LOG = Logger.getLogger(ReceiptListener.class);

    private final String provider;
    private final Consumer<Receipt> receipts;
    private final Semaphore places = new Semaphore(AT_ONCE);

    ReceiptListener(String provider, Consumer<Receipt> receipts) {
        this.provider = provider;
        this.receipts = receipts;
    }

    @Override
    public void onAcceptDeliverSm(DeliverSm deliver) throws ProcessRequestException {
        Optional<Receipt> receipt = deliver.isSmscDeliveryReceipt() ? receipt(deliver) : Optional.empty();
        if (receipt.isPresent()) {
            keep(receipt.get());
        }
    }

    private void keep(Receipt receipt) throws ProcessRequestException {
        if (!places.tryAcquire()) {
            throw new ProcessRequestException("busy", SMPPConstant.STAT_ESME_RTHROTTLED);
        }
        try {
            receipts.accept(receipt);
        } catch (RuntimeException e) {
            LOG.warnf("A receipt cannot be kept now: %s", e.getClass().getName());
            throw new ProcessRequestException("not kept", SMPPConstant.STAT_ESME_RX_T_APPN, e);
        } finally {
            places.release();
        }
    }

    /** Empty for what is not final, and for what nobody can read. */
    private Optional<Receipt> receipt(DeliverSm deliver) {
        try {
            DeliveryReceipt text = deliver.getShortMessageAsDeliveryReceipt();
            String reference = deliver.getOptionalParameter(OptionalParameter.Tag.RECEIPTED_MESSAGE_ID)
                            instanceof OptionalParameter.COctetString id
                    ? id.getValueAsString()
                    : text.getId();
            return outcome(text.getFinalStatus()).map(outcome -> new Receipt(provider, reference, outcome));
        } catch (InvalidDeliveryReceiptException e) {
            LOG.warnf("%s sent a receipt that cannot be read", provider);
            return Optional.empty();
        }
    }

    private static Optional<PartOutcome> outcome(DeliveryReceiptState state) {
        return switch (state) {
            case DELIVRD -> Optional.of(PartOutcome.DELIVERED);
            case EXPIRED -> Optional.of(PartOutcome.EXPIRED);
            case DELETED, UNDELIV, REJECTD -> Optional.of(PartOutcome.FAILED);
            case ENROUTE, ACCEPTD, UNKNOWN -> Optional.empty();
        };
    }

    @Override
    public void onAcceptAlertNotification(AlertNotification alert) {
        LOG.debugf("%s alerts", provider);
    }

    @Override
    public DataSmResult onAcceptDataSm(DataSm data, Session source) throws ProcessRequestException {
        throw new ProcessRequestException("not taken here", SMPPConstant.STAT_ESME_RINVCMDID);
    }
}
