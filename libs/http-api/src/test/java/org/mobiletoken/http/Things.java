package org.mobiletoken.http;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Endpoints that do what a service may do, and all that may go wrong in one. */
@Path("/things")
@RunOnVirtualThread
@ApplicationScoped
@RolesAllowed({"customer", "gateway", "service", "operations"})
public class Things {
    public record Thing(@NotNull @Size(max = 20) String name, int count) {}

    static final String SECRET = "inner-secret-4711";

    static final AtomicInteger made = new AtomicInteger();
    static volatile int nextStatus = 201;
    static volatile CountDownLatch hold = new CountDownLatch(0);

    private final Callers callers;

    Things(Callers callers) {
        this.callers = callers;
    }

    @POST
    @Idempotent(scopedBy = "name")
    public Response make(@NotNull @Valid Thing thing) throws InterruptedException {
        hold.await(10, TimeUnit.SECONDS);
        int number = made.incrementAndGet();
        if (nextStatus >= 400) {
            return Problem.of(new ProblemType("of-the-test", "As the test asks for", nextStatus))
                    .with("number", number)
                    .toResponse();
        }
        return Response.status(nextStatus)
                .entity(Map.of("number", number, "name", thing.name()))
                .build();
    }

    @POST
    @Path("silent")
    @Idempotent
    public Response silent() {
        made.incrementAndGet();
        return Response.noContent().build();
    }

    @POST
    @Path("large")
    @Consumes("*/*")
    public String large(InputStream body) throws IOException, InterruptedException {
        int bytes = body.readAllBytes().length;
        made.incrementAndGet();
        hold.await(10, TimeUnit.SECONDS);
        return Integer.toString(bytes);
    }

    @POST
    @Path("in-parts")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Idempotent
    public Response inParts(InputStream body) throws IOException {
        body.readAllBytes();
        made.incrementAndGet();
        return Response.noContent().build();
    }

    @GET
    @Path("broken")
    public String broken() {
        throw new IllegalStateException(SECRET);
    }

    @GET
    @Path("without-database")
    public String withoutDatabase() throws SQLException {
        throw new SQLException(SECRET, "08006");
    }

    @GET
    @Path("refused")
    public String refused() {
        throw Problem.of(new ProblemType("frozen-solid", "Too cold", 423))
                .with("kind", "ICE")
                .with("nothing", null)
                .retryAfter(Duration.ofMillis(1_001))
                .toException();
    }

    @GET
    @Path("{id}")
    public String byId(@PathParam("id") UUID id) {
        return id.toString();
    }

    @GET
    @Path("customer")
    public Caller.CustomerSession customer() {
        return callers.customer();
    }

    @GET
    @Path("gateway")
    public Caller.Gateway gateway() {
        return callers.gateway();
    }

    @GET
    @Path("service")
    public Caller.Service service() {
        return callers.service("enrolment-service");
    }

    @GET
    @Path("staff")
    public Caller.Staff staff() {
        return callers.staff();
    }
}
