package org.mobiletoken.smsc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.AlertNotification;
import org.jsmpp.bean.Alphabet;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.GSMSpecificFeature;
import org.jsmpp.bean.GeneralDataCoding;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.SMSCDeliveryReceipt;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.SMPPSession;
import org.jsmpp.session.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class SmsCentreTest {
    private static final String NUMBER = "+85291234567";

    private final Queue<String> heard = new ConcurrentLinkedQueue<>();
    private final Inbox inbox = new Inbox(new Listener());
    private final SmsCentre centre = new SmsCentre(new SmsCentre.Access(0, "tester", "secret"), inbox);
    private final Queue<String> receipts = new ConcurrentLinkedQueue<>();
    private final AtomicInteger unwilling = new AtomicInteger();
    private final SMPPSession client = new SMPPSession();

    @BeforeEach
    void bind() throws IOException {
        centre.start();
        client.setMessageReceiverListener(new ReceiptListener());
        connect(client, "secret");
    }

    @AfterEach
    void stop() {
        centre.close();
        client.unbindAndClose();
    }

    @Test
    void a_message_in_the_default_alphabet_arrives_as_text() throws Exception {
        String id = submit(
                Alphabet.ALPHA_DEFAULT, 0, "Code 483920 \u0002 \u0000 \u001be".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(inbox.of(NUMBER)).singleElement().satisfies(sms -> {
            assertThat(sms.text()).isEqualTo("Code 483920 $ @ €");
            assertThat(sms.messageId()).isEqualTo(id);
        });
    }

    @Test
    void a_chinese_message_arrives_as_text() throws Exception {
        submit(Alphabet.ALPHA_UCS2, 0, "流動保安編碼".getBytes(StandardCharsets.UTF_16BE));

        assertThat(inbox.all()).extracting(Sms::text).containsExactly("流動保安編碼");
    }

    @Test
    void a_long_message_is_joined_whatever_the_order_of_its_parts() throws Exception {
        int udhi = GSMSpecificFeature.UDHI.value();
        submit(Alphabet.ALPHA_UCS2, udhi, part(2, "保安編碼"));
        assertThat(inbox.all()).isEmpty();

        submit(Alphabet.ALPHA_UCS2, udhi, part(1, "流動"));

        assertThat(inbox.all()).extracting(Sms::text).containsExactly("流動保安編碼");
    }

    @Test
    void messages_are_kept_in_the_order_of_arrival_with_distinct_times() throws Exception {
        for (String text : List.of("one", "two", "three")) {
            submit(Alphabet.ALPHA_DEFAULT, 0, text.getBytes(StandardCharsets.US_ASCII));
        }

        assertThat(inbox.of(NUMBER)).extracting(Sms::text).containsExactly("one", "two", "three");
        assertThat(inbox.of(NUMBER)).extracting(Sms::receivedAt).doesNotHaveDuplicates();
        assertThat(inbox.of("+85261234567")).isEmpty();
    }

    @Test
    void a_receipt_follows_when_one_was_asked_for() throws Exception {
        String id = submit(Alphabet.ALPHA_DEFAULT, 0, "hello".getBytes(StandardCharsets.US_ASCII));

        await().untilAsserted(() -> assertThat(receipts)
                .singleElement()
                .satisfies(text -> assertThat(text).contains("id:" + id).contains("stat:DELIVRD")));
    }

    @Test
    void a_listener_hears_of_a_message_before_its_submitter_and_of_the_answer_afterwards() {
        centre.behave(Behaviour.silent());
        CompletableFuture<String> answer =
                CompletableFuture.supplyAsync(() -> submitted(new byte[] {'x'}), Thread::startVirtualThread);

        await().untilAsserted(() -> assertThat(heard).hasSize(1).allMatch(event -> event.startsWith("received ")));
        centre.behave(Behaviour.NORMAL);

        String id = answer.join();
        await().untilAsserted(() -> assertThat(heard).containsExactly("received " + id, "answered " + id));
    }

    @Test
    void a_throttled_centre_takes_nothing() {
        centre.behave(Behaviour.throttling());

        assertThatThrownBy(() -> submit(Alphabet.ALPHA_DEFAULT, 0, new byte[] {'x'}))
                .isInstanceOfSatisfying(
                        NegativeResponseException.class,
                        refused -> assertThat(refused.getCommandStatus()).isEqualTo(SMPPConstant.STAT_ESME_RTHROTTLED));
        assertThat(inbox.all()).isEmpty();
    }

    @Test
    void a_refused_number_gets_nothing() {
        centre.behave(Behaviour.refusing(Set.of(NUMBER)));

        assertThatThrownBy(() -> submit(Alphabet.ALPHA_DEFAULT, 0, new byte[] {'x'}))
                .isInstanceOfSatisfying(
                        NegativeResponseException.class,
                        refused -> assertThat(refused.getCommandStatus()).isEqualTo(SMPPConstant.STAT_ESME_RINVDSTADR));
        assertThat(inbox.all()).isEmpty();
    }

    @Test
    void a_slow_centre_answers_late() throws Exception {
        centre.behave(Behaviour.slow(Duration.ofMillis(300)));
        long start = System.nanoTime();

        submit(Alphabet.ALPHA_DEFAULT, 0, new byte[] {'x'});

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(300));
    }

    @Test
    void a_late_answer_follows_a_message_that_was_taken_at_once() {
        centre.behave(Behaviour.silent());
        CompletableFuture<String> answer =
                CompletableFuture.supplyAsync(() -> submitted(new byte[] {'x'}), Thread::startVirtualThread);

        await().until(() -> inbox.of(NUMBER).size() == 1);
        assertThat(answer).isNotDone();
        centre.behave(Behaviour.NORMAL);
        assertThat(answer).succeedsWithin(Duration.ofSeconds(5));
    }

    @Test
    void a_link_that_is_dropped_after_a_message_was_taken_answers_nothing() {
        centre.behave(Behaviour.droppingLinks());

        assertThatThrownBy(() -> submit(Alphabet.ALPHA_DEFAULT, 0, new byte[] {'x'}))
                .isNotInstanceOf(NegativeResponseException.class);
        assertThat(inbox.of(NUMBER)).hasSize(1);
    }

    @Test
    void a_receipt_that_nobody_takes_comes_again() throws Exception {
        unwilling.set(2);
        String id = submit(Alphabet.ALPHA_DEFAULT, 0, "hello".getBytes(StandardCharsets.US_ASCII));

        await().untilAsserted(() -> assertThat(receipts)
                .singleElement()
                .satisfies(text -> assertThat(text).contains("id:" + id)));
    }

    @Test
    void a_receipt_tells_of_a_message_that_could_not_be_delivered() throws Exception {
        centre.behave(Behaviour.NORMAL.reporting(Behaviour.Receipts.UNDELIVERABLE));
        submit(Alphabet.ALPHA_DEFAULT, 0, "hello".getBytes(StandardCharsets.US_ASCII));

        await().untilAsserted(() -> assertThat(receipts)
                .singleElement()
                .satisfies(text -> assertThat(text).contains("stat:UNDELIV")));
    }

    @Test
    void a_stopped_centre_comes_back_on_its_port() throws Exception {
        int port = centre.port();
        centre.stop();
        await().until(() -> !client.getSessionState().isBound());
        assertThatThrownBy(() -> connect(new SMPPSession(), "secret")).isInstanceOf(IOException.class);

        centre.start();

        assertThat(centre.port()).isEqualTo(port);
        SMPPSession again = new SMPPSession();
        connect(again, "secret");
        again.unbindAndClose();
    }

    @RepeatedTest(20)
    void a_stopped_centre_keeps_no_link_that_was_on_its_way() throws Exception {
        Queue<Socket> dialled = new ConcurrentLinkedQueue<>();
        CompletableFuture<Void> dialling = CompletableFuture.runAsync(() -> dialUntilRefused(dialled));
        while (dialled.isEmpty()) {
            Thread.onSpinWait();
        }

        centre.stop();

        assertThat(dialling).succeedsWithin(Duration.ofSeconds(10));
        for (Socket socket : dialled) {
            assertClosedByCentre(socket);
        }
    }

    @Test
    void a_dropped_link_closes_the_session_and_a_new_one_may_bind() throws Exception {
        centre.dropLinks();

        await().until(() -> !client.getSessionState().isBound());
        SMPPSession again = new SMPPSession();
        connect(again, "secret");
        assertThat(again.getSessionState().isBound()).isTrue();
        again.unbindAndClose();
    }

    @Test
    void a_wrong_password_may_not_bind() {
        assertThatThrownBy(() -> connect(new SMPPSession(), "wrong")).isInstanceOf(IOException.class);
    }

    private void dialUntilRefused(Queue<Socket> dialled) {
        assertThatThrownBy(() -> {
                    while (true) {
                        dialled.add(new Socket(InetAddress.getLoopbackAddress(), centre.port()));
                    }
                })
                .isInstanceOf(IOException.class);
    }

    /** A connection that found no place in the queue of the port is known to its client only, who hears so when something is sent. */
    private static void assertClosedByCentre(Socket socket) throws IOException {
        try (socket) {
            socket.setSoTimeout(3_000);
            socket.getOutputStream().write(0);
            assertThat(socket.getInputStream().read()).isEqualTo(-1);
        } catch (SocketException closed) {
            assertThat(closed).hasMessageMatching("Connection reset.*|Broken pipe.*");
        }
    }

    private void connect(SMPPSession session, String password) throws IOException {
        session.connectAndBind(
                "127.0.0.1",
                centre.port(),
                new BindParameter(
                        BindType.BIND_TRX,
                        "tester",
                        password,
                        "",
                        TypeOfNumber.UNKNOWN,
                        NumberingPlanIndicator.UNKNOWN,
                        null));
    }

    private String submitted(byte[] content) {
        try {
            return submit(Alphabet.ALPHA_DEFAULT, 0, content);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private String submit(Alphabet alphabet, int esmClass, byte[] content) throws Exception {
        return client.submitShortMessage(
                        "",
                        TypeOfNumber.ALPHANUMERIC,
                        NumberingPlanIndicator.UNKNOWN,
                        "BANK",
                        TypeOfNumber.INTERNATIONAL,
                        NumberingPlanIndicator.ISDN,
                        NUMBER.substring(1),
                        new ESMClass(esmClass),
                        (byte) 0,
                        (byte) 0,
                        null,
                        null,
                        new RegisteredDelivery(SMSCDeliveryReceipt.SUCCESS_FAILURE),
                        (byte) 0,
                        new GeneralDataCoding(alphabet),
                        (byte) 0,
                        content)
                .getMessageId();
    }

    private static byte[] part(int number, String text) {
        byte[] body = text.getBytes(StandardCharsets.UTF_16BE);
        byte[] content = new byte[6 + body.length];
        System.arraycopy(new byte[] {5, 0, 3, 42, 2, (byte) number}, 0, content, 0, 6);
        System.arraycopy(body, 0, content, 6, body.length);
        return content;
    }

    private final class Listener implements InboxListener {
        @Override
        public void received(Sms sms) {
            heard.add("received " + sms.messageId());
        }

        @Override
        public void answered(String messageId) {
            heard.add("answered " + messageId);
        }
    }

    private final class ReceiptListener implements MessageReceiverListener {
        @Override
        public void onAcceptDeliverSm(DeliverSm deliver) throws ProcessRequestException {
            if (unwilling.getAndDecrement() > 0) {
                throw new ProcessRequestException("not now", SMPPConstant.STAT_ESME_RX_T_APPN);
            }
            receipts.add(new String(deliver.getShortMessage(), StandardCharsets.US_ASCII));
        }

        @Override
        public void onAcceptAlertNotification(AlertNotification notification) {}

        @Override
        public DataSmResult onAcceptDataSm(DataSm data, Session source) throws ProcessRequestException {
            throw new ProcessRequestException("not expected", SMPPConstant.STAT_ESME_RINVCMDID);
        }
    }
}
