package org.mobiletoken.notification.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mobiletoken.http.Problem;
import org.mobiletoken.http.ProblemException;
import org.mobiletoken.http.ProblemTypes;
import org.mobiletoken.notification.reports.Attachment;
import org.mobiletoken.notification.reports.AttachmentInspector;
import org.mobiletoken.notification.reports.Inspection;
import org.mobiletoken.notification.reports.ReportSettings;
import org.mobiletoken.notification.reports.Upload;

/** Reads a report with its attachments from a form; whatever is not as documented ends the request with a problem that says what. */
@ApplicationScoped
class ReportReader {

    /** A report as it was sent, and its attachments as they may be kept. */
    record Submission(ReportRequest report, List<Attachment> attachments) {}

    private static final int LARGEST_REPORT = 64 * 1024;

    private final ObjectMapper json;
    private final Validator validator;
    private final AttachmentInspector inspector;
    private final Set<String> diagnostics;
    private final ReportForm.Limits limits;

    ReportReader(ObjectMapper json, Validator validator, AttachmentInspector inspector, ReportSettings settings) {
        this.json = json;
        this.validator = validator;
        this.inspector = inspector;
        this.diagnostics = settings.diagnostics();
        this.limits = new ReportForm.Limits(
                LARGEST_REPORT,
                Math.toIntExact(settings.attachments().largest().asLongValue()),
                settings.attachments().most());
    }

    Submission read(InputStream body, MediaType type) throws IOException {
        ReportForm form = ReportForm.read(body, type, limits);
        return new Submission(report(form.report()), inspected(form.attachments()));
    }

    private ReportRequest report(byte[] content) throws MismatchedInputException {
        ReportRequest request = parsed(content);
        if (request == null) {
            throw malformed("report");
        }
        Set<ConstraintViolation<ReportRequest>> violations = validator.validate(request);
        if (!violations.isEmpty()) {
            throw new ConstraintViolationException(violations);
        }
        Map<String, String> given = request.diagnostics() == null ? Map.of() : request.diagnostics();
        given.forEach((name, value) -> {
            if (!diagnostics.contains(name) || value == null) {
                throw malformed("diagnostics." + name);
            }
        });
        return request;
    }

    private @Nullable ReportRequest parsed(byte[] content) throws MismatchedInputException {
        try {
            return json.readValue(content, ReportRequest.class);
        } catch (MismatchedInputException e) {
            throw e; // names the field
        } catch (IOException e) {
            throw malformed("report");
        }
    }

    private List<Attachment> inspected(List<Upload> uploads) {
        List<Attachment> attachments = new ArrayList<>();
        for (Upload upload : uploads) {
            switch (inspector.inspect(upload)) {
                case Inspection.Accepted(Attachment attachment) -> attachments.add(attachment);
                case Inspection.Refused(Inspection.Reason reason) ->
                    throw Problem.of(ReportProblems.ATTACHMENT_REFUSED)
                            .with("attachment", attachments.size() + 1)
                            .with("reason", reason)
                            .toException();
            }
        }
        return attachments;
    }

    private static ProblemException malformed(String field) {
        return Problem.of(ProblemTypes.MALFORMED).with("fields", List.of(field)).toException();
    }
}
