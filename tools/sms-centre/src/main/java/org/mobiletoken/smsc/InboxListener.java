package org.mobiletoken.smsc;

/** Hears of each message: when it lies in the inbox, before its submitter is answered, and when that answer has gone out. */
public interface InboxListener {
    InboxListener NOBODY = new InboxListener() {
        @Override
        public void received(Sms sms) {}

        @Override
        public void answered(String messageId) {}
    };

    void received(Sms sms);

    /** A message in parts is heard of by the id of each part; the inbox knows it by that of the last. */
    void answered(String messageId);
}
