package org.mobiletoken.delivery;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.Producer;

/** A real producer that lets a test act at a given moment. */
final class SpyingProducer {
    private SpyingProducer() {}

    /** Runs the action once the broker has acknowledged so many records, before the sender learns of the last one. */
    @SuppressWarnings("unchecked")
    static Producer<String, byte[]> afterAcknowledged(int records, Producer<String, byte[]> producer, Runnable action) {
        var sent = new AtomicInteger();
        return (Producer<String, byte[]>) Proxy.newProxyInstance(
                SpyingProducer.class.getClassLoader(), new Class<?>[] {Producer.class}, (_, method, arguments) -> {
                    try {
                        Object result = method.invoke(producer, arguments);
                        if (method.getName().equals("send") && sent.incrementAndGet() == records) {
                            ((Future<?>) result).get();
                            action.run();
                        }
                        return result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
