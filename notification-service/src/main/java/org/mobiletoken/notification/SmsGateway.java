package org.mobiletoken.notification;

/** A provider that takes over short messages. */
public interface SmsGateway extends AutoCloseable {

    /** Hands a message over once and says what is known about it afterwards; never throws for a failure of the provider. */
    SendOutcome send(Sms sms);

    @Override
    void close();
}
