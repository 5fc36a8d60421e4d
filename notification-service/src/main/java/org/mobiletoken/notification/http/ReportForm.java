package org.mobiletoken.notification.http;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jboss.resteasy.reactive.common.headers.HeaderUtil;
import org.jboss.resteasy.reactive.common.util.CaseInsensitiveMap;
import org.jboss.resteasy.reactive.server.core.multipart.MultipartParser;
import org.jboss.resteasy.reactive.server.core.multipart.MultipartParser.MalformedMessageException;
import org.jboss.resteasy.reactive.server.core.multipart.MultipartParser.ParseState;
import org.jspecify.annotations.Nullable;
import org.mobiletoken.http.Problem;
import org.mobiletoken.http.ProblemException;
import org.mobiletoken.http.ProblemTypes;
import org.mobiletoken.notification.reports.Upload;

/**
 * The parts of a report's form: one named {@code report} and some named {@code attachment}. They are read into memory only, each up to
 * its limit, so that nothing a customer sends is ever in a file.
 */
final class ReportForm {

    /** How large the parts may be, in bytes, and how many may be attached. */
    record Limits(int report, int attachment, int attachments) {}

    private static final String REPORT = "report";
    private static final String ATTACHMENT = "attachment";
    private static final int CHUNK = 8192;

    private final byte[] report;
    private final List<Upload> attachments;

    private ReportForm(byte[] report, List<Upload> attachments) {
        this.report = report;
        this.attachments = attachments;
    }

    byte[] report() {
        return report;
    }

    List<Upload> attachments() {
        return attachments;
    }

    /** Reads a form to its end; ends the request with a problem if it is none or a part is too large. */
    static ReportForm read(InputStream body, MediaType type, Limits limits) throws IOException {
        String boundary = type.getParameters().get("boundary");
        if (boundary == null || boundary.isEmpty()) {
            throw malformed(HttpHeaders.CONTENT_TYPE);
        }
        Parts parts = new Parts(limits);
        ParseState state = MultipartParser.beginParse(
                parts, boundary.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8.name());
        byte[] chunk = new byte[CHUNK];
        for (int read = body.read(chunk); read >= 0; read = body.read(chunk)) {
            parse(state, ByteBuffer.wrap(chunk, 0, read));
        }
        if (!state.isComplete() || parts.report == null) {
            throw malformed(REPORT);
        }
        return new ReportForm(parts.report, parts.attachments);
    }

    private static void parse(ParseState state, ByteBuffer chunk) {
        try {
            state.parse(chunk);
        } catch (MalformedMessageException | IOException e) {
            throw malformed(null);
        }
    }

    private static ProblemException malformed(@Nullable String part) {
        return Problem.of(ProblemTypes.MALFORMED)
                .with("fields", part == null ? null : List.of(part))
                .toException();
    }

    /** Collects the parts while they are read. */
    private static final class Parts implements MultipartParser.PartHandler {
        private final Limits limits;
        private final List<Upload> attachments = new ArrayList<>();
        private final ByteArrayOutputStream content = new ByteArrayOutputStream();
        private byte @Nullable [] report;
        private String name = "";
        private String type = MediaType.TEXT_PLAIN;

        Parts(Limits limits) {
            this.limits = limits;
        }

        @Override
        public void beginPart(CaseInsensitiveMap<String> headers) {
            String disposition = headers.getFirst(HttpHeaders.CONTENT_DISPOSITION);
            String given = disposition == null ? null : HeaderUtil.extractQuotedValueFromHeader(disposition, "name");
            name = given == null ? "" : given;
            boolean known = name.equals(REPORT) && report == null || name.equals(ATTACHMENT);
            if (!known || attachments.size() == limits.attachments() && name.equals(ATTACHMENT)) {
                throw malformed(name);
            }
            type = typeOf(headers.getFirst(HttpHeaders.CONTENT_TYPE));
            if (name.equals(REPORT) && !type.equals(MediaType.APPLICATION_JSON)) {
                throw malformed(REPORT);
            }
            content.reset();
        }

        @Override
        public void data(ByteBuffer data) {
            int most = name.equals(REPORT) ? limits.report() : limits.attachment();
            if (data.remaining() > most - content.size()) {
                throw Problem.of(ProblemTypes.TOO_LARGE).with("part", name).toException();
            }
            byte[] bytes = new byte[data.remaining()];
            data.get(bytes);
            content.writeBytes(bytes);
        }

        @Override
        public void endPart() {
            if (name.equals(REPORT)) {
                report = content.toByteArray();
            } else {
                attachments.add(new Upload(type, content.toByteArray()));
            }
        }

        /** The type without its parameters; a part that says none is text. */
        private String typeOf(@Nullable String header) {
            if (header == null) {
                return MediaType.TEXT_PLAIN;
            }
            try {
                MediaType given = MediaType.valueOf(header);
                return given.getType() + "/" + given.getSubtype();
            } catch (IllegalArgumentException e) {
                throw malformed(name);
            }
        }
    }
}
