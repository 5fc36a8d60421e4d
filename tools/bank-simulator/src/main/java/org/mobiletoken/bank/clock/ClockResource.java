package org.mobiletoken.bank.clock;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How far the platform's business clock is ahead of the real one; the services read it from the same file. */
@Path("/clock")
@PermitAll
public class ClockResource {
    private final Optional<java.nio.file.Path> file;

    ClockResource(@ConfigProperty(name = "mobile-token.demo-clock.file") Optional<java.nio.file.Path> file) {
        this.file = file;
    }

    @GET
    public Now now() throws IOException {
        Duration offset = offset();
        return new Now(offset, Clock.systemUTC().instant().plus(offset));
    }

    @PUT
    public Response move(Offset target) throws IOException {
        if (file.isEmpty()) {
            return Response.status(Response.Status.CONFLICT).build();
        }
        if (target.offset() == null) {
            return Response.status(Response.Status.BAD_REQUEST).build();
        }
        java.nio.file.Path written = file.get().resolveSibling(file.get().getFileName() + ".new");
        Files.writeString(written, target.offset().toString());
        Files.move(written, file.get(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return Response.ok(now()).build();
    }

    private Duration offset() throws IOException {
        if (file.isEmpty()) {
            return Duration.ZERO;
        }
        try {
            String text = Files.readString(file.get()).strip();
            return text.isEmpty() ? Duration.ZERO : Duration.parse(text);
        } catch (NoSuchFileException e) {
            return Duration.ZERO;
        }
    }

    public record Offset(Duration offset) {}

    public record Now(Duration offset, Instant now) {}
}
