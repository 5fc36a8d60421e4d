package org.mobiletoken.notification.reports;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * The measures of a picture, read from its structure: from the first byte to where its format says that it ends, without decoding a
 * pixel.
 *
 * @param length how many bytes the picture is long; what follows is not part of it
 */
record Picture(int width, int height, int length) {

    private static final long PNG_SIGNATURE = 0x89504E470D0A1A0AL;
    private static final int IHDR = 0x49484452;
    private static final int IDAT = 0x49444154;
    private static final int IEND = 0x49454E44;
    private static final int HEADER_DATA = 13;
    private static final int AROUND_CHUNK_DATA = 12;

    private static final int START_OF_IMAGE = 0xFFD8;
    private static final int END_OF_IMAGE = 0xD9;
    private static final int START_OF_SCAN = 0xDA;
    private static final int TEMPORARY = 0x01;

    long pixels() {
        return (long) width * height;
    }

    static boolean beginsLikePng(byte[] content) {
        return content.length >= Long.BYTES && ByteBuffer.wrap(content).getLong() == PNG_SIGNATURE;
    }

    static boolean beginsLikeJpeg(byte[] content) {
        return content.length > 2 && ByteBuffer.wrap(content).getChar() == START_OF_IMAGE && content[2] == (byte) 0xFF;
    }

    /** Empty if it is not whole: from the header through pixels to the end, with right check sums. */
    static Optional<Picture> png(byte[] content) {
        ByteBuffer in = ByteBuffer.wrap(content).position(Long.BYTES);
        int width = 0;
        int height = 0;
        boolean pixels = false;
        while (in.remaining() >= AROUND_CHUNK_DATA) {
            int start = in.position();
            int length = in.getInt();
            int type = in.getInt();
            if (length < 0 || length > in.remaining() - Integer.BYTES || !sumIsRight(content, start, length)) {
                return Optional.empty();
            }
            if ((start == Long.BYTES) != (type == IHDR && length == HEADER_DATA)) {
                return Optional.empty();
            }
            if (type == IHDR) {
                width = in.getInt(in.position());
                height = in.getInt(in.position() + Integer.BYTES);
            }
            pixels |= type == IDAT;
            in.position(start + AROUND_CHUNK_DATA + length);
            if (type == IEND) {
                return width > 0 && height > 0 && pixels
                        ? Optional.of(new Picture(width, height, in.position()))
                        : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static boolean sumIsRight(byte[] content, int start, int length) {
        CRC32 sum = new CRC32();
        sum.update(content, start + Integer.BYTES, Integer.BYTES + length);
        return (int) sum.getValue() == ByteBuffer.wrap(content).getInt(start + 2 * Integer.BYTES + length);
    }

    /** Empty if it is not whole: from the start of the image through a frame and its scans to the end of the image. */
    static Optional<Picture> jpeg(byte[] content) {
        ByteBuffer in = ByteBuffer.wrap(content).position(2);
        int width = 0;
        int height = 0;
        boolean pixels = false;
        while (in.remaining() >= 2 && in.get() == (byte) 0xFF) {
            int marker = Byte.toUnsignedInt(in.get());
            if (marker == END_OF_IMAGE) {
                return width > 0 && height > 0 && pixels
                        ? Optional.of(new Picture(width, height, in.position()))
                        : Optional.empty();
            }
            if (marker == 0xFF) {
                in.position(in.position() - 1); // a marker may be padded
                continue;
            }
            if (standsAlone(marker)) {
                continue;
            }
            int start = in.position();
            int length = in.remaining() < 2 ? 0 : in.getChar();
            if (length < 2 || start + length > in.limit()) {
                return Optional.empty();
            }
            if (isFrame(marker) && length > 6) {
                height = in.getChar(start + 3);
                width = in.getChar(start + 5);
            }
            in.position(start + length);
            if (marker == START_OF_SCAN) {
                pixels = true;
                skipScan(in);
            }
        }
        return Optional.empty();
    }

    /** Within the data of a scan 0xFF is followed by zero or by the number of a restart. */
    private static void skipScan(ByteBuffer in) {
        while (in.remaining() >= 2) {
            int at = in.position();
            int next = Byte.toUnsignedInt(in.get(at + 1));
            if (in.get(at) == (byte) 0xFF && next != 0 && !isRestart(next)) {
                return;
            }
            in.position(at + 1);
        }
    }

    private static boolean standsAlone(int marker) {
        return marker == TEMPORARY || isRestart(marker);
    }

    private static boolean isRestart(int marker) {
        return marker >= 0xD0 && marker <= 0xD7;
    }

    /** 0xC0 to 0xCF, among which are a table of codes, a reserved marker and a condition. */
    private static boolean isFrame(int marker) {
        return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }
}
