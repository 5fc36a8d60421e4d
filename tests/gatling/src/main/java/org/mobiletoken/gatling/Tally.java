package org.mobiletoken.gatling;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.Recorder;

/**
 * What was done since the benchmark last asked. It asks with a line on standard input and gets one on standard output: {@value #BEGINNING},
 * the seconds since the line before, how many operations went wrong, and how long the others took in nanoseconds, as a compressed
 * histogram in Base64. The end of its lines ends the load.
 */
final class Tally {
    static final String BEGINNING = "tally";
    private static final int SIGNIFICANT_DIGITS = 3;
    private static final double NANOS_PER_SECOND = 1e9;

    private final Recorder nanos = new Recorder(SIGNIFICANT_DIGITS);
    private final LongAdder errors = new LongAdder();
    private volatile boolean asked = true;
    private long since = System.nanoTime();

    void start() {
        Thread.ofPlatform().daemon().name("tally").start(this::answer);
    }

    /** Whether the benchmark may ask again. */
    boolean isAsked() {
        return asked;
    }

    void done(long took) {
        nanos.recordValue(took);
    }

    void failed() {
        errors.increment();
    }

    private void answer() {
        try (var questions = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            while (questions.readLine() != null) {
                System.out.println(sinceLastAsked());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The benchmark cannot be heard", e);
        } finally {
            asked = false;
        }
    }

    private String sinceLastAsked() {
        Histogram done = nanos.getIntervalHistogram();
        long now = System.nanoTime();
        double seconds = (now - since) / NANOS_PER_SECOND;
        since = now;
        var bytes = ByteBuffer.allocate(done.getNeededByteBufferCapacity());
        int length = done.encodeIntoCompressedByteBuffer(bytes);
        byte[] encoded = new byte[length];
        bytes.rewind().get(encoded);
        return String.join(
                " ",
                BEGINNING,
                Double.toString(seconds),
                Long.toString(errors.sumThenReset()),
                Base64.getEncoder().encodeToString(encoded));
    }
}
