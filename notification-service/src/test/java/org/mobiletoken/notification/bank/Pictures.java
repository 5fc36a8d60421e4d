package org.mobiletoken.notification.bank;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

/** Pictures as phones make them, and files that are none. */
public final class Pictures {

    private static final int HEADER = 16;
    private static final int HEADER_SUM = 29;

    private Pictures() {}

    public static byte[] png() {
        return written("png");
    }

    public static byte[] jpeg() {
        return written("jpg");
    }

    /** A small file that says it is this large. */
    public static byte[] png(int width, int height) {
        byte[] png = png();
        ByteBuffer.wrap(png).putInt(HEADER, width).putInt(HEADER + Integer.BYTES, height);
        CRC32 sum = new CRC32();
        sum.update(png, HEADER - Integer.BYTES, HEADER_SUM - HEADER + Integer.BYTES);
        ByteBuffer.wrap(png).putInt(HEADER_SUM, (int) sum.getValue());
        return png;
    }

    /** Ten million zeros in ten thousand bytes. */
    public static byte[] zipBomb() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("zeros"));
            zip.write(new byte[10_000_000]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    public static byte[] joined(byte[] one, byte[] two) {
        return ByteBuffer.allocate(one.length + two.length).put(one).put(two).array();
    }

    private static byte[] written(String format) {
        BufferedImage image = new BufferedImage(20, 10, BufferedImage.TYPE_INT_RGB);
        image.setRGB(3, 4, 0xFF8800);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
