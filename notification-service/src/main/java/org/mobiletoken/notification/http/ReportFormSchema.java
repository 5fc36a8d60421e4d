package org.mobiletoken.notification.http;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The parts of a report's form, for the description of the API; {@link ReportForm} reads them. */
@Schema(name = "ReportForm")
record ReportFormSchema(
        @Schema(required = true, description = "application/json, up to 64 KiB")
        ReportRequest report,

        @Schema(
                description =
                        "Up to three by default, each a PNG, a JPEG or a text in UTF-8 of up to 2 MiB, with its Content-Type",
                type = SchemaType.ARRAY)
        @Nullable
        List<Binary> attachment) {

    @Schema(type = SchemaType.STRING, format = "binary")
    interface Binary {}
}
