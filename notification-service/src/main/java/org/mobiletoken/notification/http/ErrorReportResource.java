package org.mobiletoken.notification.http;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import org.mobiletoken.http.Caller;
import org.mobiletoken.http.Callers;
import org.mobiletoken.http.Idempotent;
import org.mobiletoken.http.Problem;
import org.mobiletoken.http.ProblemTypes;
import org.mobiletoken.http.Roles;
import org.mobiletoken.notification.StaffMember;
import org.mobiletoken.notification.reports.Attachment;
import org.mobiletoken.notification.reports.AttachmentType;
import org.mobiletoken.notification.reports.ReadReports;
import org.mobiletoken.notification.reports.Reporter;
import org.mobiletoken.notification.reports.SubmitReport;
import org.mobiletoken.notification.rules.ReportReference;

/** Error reports: customers send them, logged in or not, and operations read them. */
@Path("/v1/error-reports")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class ErrorReportResource {

    private final ReportReader reader;
    private final SubmitReport submitReport;
    private final ReadReports readReports;
    private final Callers callers;
    private final Clock clock;

    ErrorReportResource(
            ReportReader reader, SubmitReport submitReport, ReadReports readReports, Callers callers, Clock clock) {
        this.reader = reader;
        this.submitReport = submitReport;
        this.readReports = readReports;
        this.callers = callers;
        this.clock = clock;
    }

    @POST
    @RolesAllowed({Roles.CUSTOMER, Roles.GATEWAY})
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Idempotent
    @Operation(
            operationId = "reportError",
            summary = "Report an error, with attachments; a body over 64 KiB must announce its length, up to 5 MiB")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.MULTIPART_FORM_DATA,
                            schema = @Schema(implementation = ReportFormSchema.class)))
    @APIResponse(
            responseCode = "201",
            description = "The report is kept; the reference is for the customer to quote",
            content = @Content(schema = @Schema(implementation = ReportSubmitted.class)))
    @APIResponse(responseCode = "413", description = "The body or a part of it is too large")
    @APIResponse(
            responseCode = "422",
            description = "attachment-refused, with the number of the attachment and the reason")
    @APIResponse(responseCode = "429", description = "too-many-reports, with Retry-After")
    public Response submit(InputStream body, @Context HttpHeaders headers) throws IOException {
        Reporter reporter = reporter();
        ReportReader.Submission submission = reader.read(body, headers.getMediaType());
        ReportRequest report = submission.report();
        return switch (submitReport.submit(reporter, report.deviceKey(), report.toReport(), submission.attachments())) {
            case SubmitReport.Result.Submitted(ReportReference reference, Instant receivedAt, Instant keptUntil) ->
                Response.status(Status.CREATED)
                        .entity(new ReportSubmitted(reference.text(), receivedAt, keptUntil))
                        .build();
            case SubmitReport.Result.TooMany(Instant freeAgainAt) ->
                Problem.of(ReportProblems.TOO_MANY_REPORTS)
                        .retryAfter(Duration.between(clock.instant(), freeAgainAt))
                        .toResponse();
        };
    }

    @GET
    @RolesAllowed(Roles.OPERATIONS)
    @Operation(operationId = "listErrorReports", summary = "List error reports, newest first, without opening them")
    @APIResponse(responseCode = "200", description = "A page")
    public ErrorReportPage list(
            @QueryParam("app") @Nullable @Pattern(regexp = Ids.APP) String app,
            @QueryParam("customerId") @Nullable @Pattern(regexp = Ids.CUSTOMER) String customerId,
            @QueryParam("before") @DefaultValue("9223372036854775807") @Min(1) long before,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit) {
        callers.staff();
        return ErrorReportPage.of(readReports.newestFirst(app, customerId, before, limit + 1), limit);
    }

    @GET
    @Path("/{reference}")
    @RolesAllowed(Roles.OPERATIONS)
    @Operation(
            operationId = "readErrorReport",
            summary = "Open an error report; who opens it is kept with it. The reference may be typed as it was heard")
    @APIResponse(responseCode = "200", description = "The report")
    @APIResponse(
            responseCode = "400",
            description = "The reference was misheard or mistyped: its check character is wrong")
    @APIResponse(responseCode = "404", description = "There is no such report, or no longer")
    public ErrorReportDetail read(@PathParam("reference") String reference) {
        return readReports
                .read(typed(reference), staff())
                .map(ErrorReportDetail::of)
                .orElseThrow(() -> Problem.of(ProblemTypes.NOT_FOUND).toException());
    }

    @GET
    @Path("/{reference}/attachments/{number}")
    @RolesAllowed(Roles.OPERATIONS)
    @Produces({"image/png", "image/jpeg", MediaType.TEXT_PLAIN})
    @Operation(operationId = "readAttachment", summary = "Download an attachment; who does is kept with the report")
    @APIResponse(responseCode = "200", description = "The attachment, to be saved and not shown by a browser")
    @APIResponse(responseCode = "404", description = "There is no such attachment, or no longer")
    public Response attachment(@PathParam("reference") String reference, @PathParam("number") int number) {
        ReportReference typed = typed(reference);
        Attachment attachment = readReports
                .readAttachment(typed, number, staff())
                .orElseThrow(() -> Problem.of(ProblemTypes.NOT_FOUND).toException());
        String file = typed + "-" + number + "." + attachment.type().extension();
        return Response.ok(attachment.content())
                .type(contentType(attachment.type()))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + file + "\"")
                .build();
    }

    private static MediaType contentType(AttachmentType type) {
        MediaType mediaType = MediaType.valueOf(type.mediaType());
        return type == AttachmentType.TEXT ? mediaType.withCharset(StandardCharsets.UTF_8.name()) : mediaType;
    }

    private Reporter reporter() {
        return switch (callers.customerOrGateway()) {
            case Caller.CustomerSession session ->
                new Reporter(session.customerId(), session.app(), session.clientId());
            case Caller.Gateway(String clientId, String app) -> new Reporter(null, app, clientId);
            case Caller.Service _, Caller.Staff _, Caller.Other _ ->
                throw Problem.of(ProblemTypes.FORBIDDEN).toException();
        };
    }

    private StaffMember staff() {
        Caller.Staff staff = callers.staff();
        return new StaffMember(staff.subject(), staff.name());
    }

    private static ReportReference typed(String reference) {
        return ReportReference.typed(reference)
                .orElseThrow(() -> Problem.of(ProblemTypes.MALFORMED)
                        .with("fields", List.of("reference"))
                        .toException());
    }
}
