package org.mobiletoken.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.CountDownLatch;
import org.mobiletoken.smsc.Inbox;
import org.mobiletoken.smsc.InboxListener;
import org.mobiletoken.smsc.Sms;
import org.mobiletoken.smsc.SmsCentre;

/** An SMS centre that has written a message's number into a file before it answers, so that being killed takes nothing back. */
public final class LastingCentre {
    private LastingCentre() {}

    /** Takes the port and the file; runs until it is killed. */
    public static void main(String[] args) throws IOException, InterruptedException {
        var file = FileChannel.open(Path.of(args[1]), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        new SmsCentre(
                        new SmsCentre.Access(Integer.parseInt(args[0]), "mobile-token", Production.SMPP_PASSWORD),
                        new Inbox(new Writer(file)))
                .start();
        new CountDownLatch(1).await();
    }

    private record Writer(FileChannel file) implements InboxListener {
        @Override
        public void received(Sms sms) {
            try {
                ByteBuffer line = ByteBuffer.wrap((sms.to() + "\n").getBytes(StandardCharsets.US_ASCII));
                while (line.hasRemaining()) {
                    file.write(line);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void answered(String messageId) {}
    }
}
