package org.mobiletoken.smsc;

import java.util.Arrays;
import java.util.Optional;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.OptionalParameter.Tag;
import org.jsmpp.bean.SubmitSm;

/** One part of a message, told by the user data header (8-bit or 16-bit reference) or by SMPP's segmentation parameters. */
record Segment(int reference, int total, int number, byte[] content) {
    private static final int CONCATENATION_8_BIT = 0x00;
    private static final int CONCATENATION_16_BIT = 0x08;

    static Segment of(SubmitSm submit) {
        byte[] content = submit.getShortMessage();
        if (submit.getOptionalParameter(Tag.MESSAGE_PAYLOAD) instanceof OptionalParameter.OctetString payload) {
            content = payload.getValue();
        }
        byte[] body = content;
        if (submit.isUdhi()) {
            return fromHeader(body);
        }
        return fromParameters(submit, body).orElseGet(() -> whole(body));
    }

    private static Segment fromHeader(byte[] content) {
        int end = 1 + (content[0] & 0xff);
        byte[] body = Arrays.copyOfRange(content, Math.min(end, content.length), content.length);
        for (int at = 1; at + 1 < end; at += 2 + (content[at + 1] & 0xff)) {
            int element = content[at] & 0xff;
            if (element == CONCATENATION_8_BIT) {
                return new Segment(content[at + 2] & 0xff, content[at + 3], content[at + 4], body);
            }
            if (element == CONCATENATION_16_BIT) {
                int reference = (content[at + 2] & 0xff) << 8 | content[at + 3] & 0xff;
                return new Segment(reference, content[at + 4], content[at + 5], body);
            }
        }
        return whole(body);
    }

    private static Optional<Segment> fromParameters(SubmitSm submit, byte[] body) {
        if (submit.getOptionalParameter(Tag.SAR_MSG_REF_NUM) instanceof OptionalParameter.Short reference
                && submit.getOptionalParameter(Tag.SAR_TOTAL_SEGMENTS) instanceof OptionalParameter.Byte total
                && submit.getOptionalParameter(Tag.SAR_SEGMENT_SEQNUM) instanceof OptionalParameter.Byte number) {
            return Optional.of(new Segment(reference.getValue() & 0xffff, total.getValue(), number.getValue(), body));
        }
        return Optional.empty();
    }

    private static Segment whole(byte[] body) {
        return new Segment(0, 1, 1, body);
    }
}
