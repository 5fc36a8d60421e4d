package org.mobiletoken.http;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.ResteasyReactiveClientProblem;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** Turns every exception that reaches the edge into a problem that tells the caller nothing about the inside. */
class ProblemMappers {
    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    @ServerExceptionMapper(ProblemException.class)
    Response problem(ProblemException e) {
        return e.problem().toResponse();
    }

    @ServerExceptionMapper(MismatchedInputException.class)
    Response malformed(MismatchedInputException e) {
        return malformed(fieldOf(e));
    }

    @ServerExceptionMapper(ConstraintViolationException.class)
    Response malformed(ConstraintViolationException e) {
        List<String> fields = e.getConstraintViolations().stream()
                .map(ProblemMappers::fieldOf)
                .sorted()
                .toList();
        return Problem.of(ProblemTypes.MALFORMED).with("fields", fields).toResponse();
    }

    @ServerExceptionMapper(UnauthorizedException.class)
    Response unauthenticated(UnauthorizedException e) {
        return unauthenticated();
    }

    @ServerExceptionMapper(AuthenticationFailedException.class)
    Response unauthenticated(AuthenticationFailedException e) {
        return unauthenticated();
    }

    @ServerExceptionMapper(ForbiddenException.class)
    Response forbidden(ForbiddenException e) {
        return Problem.of(ProblemTypes.FORBIDDEN).toResponse();
    }

    @ServerExceptionMapper(WebApplicationException.class)
    Response status(WebApplicationException e) {
        int status = e.getResponse().getStatus();
        if (e instanceof ResteasyReactiveClientProblem) {
            return status == ProblemTypes.UNAVAILABLE.status() ? unavailable(e) : internal(e);
        }
        if (status < 400 || e.getResponse().hasEntity()) {
            return e.getResponse();
        }
        if (e.getCause() instanceof JsonMappingException mapping) {
            return malformed(fieldOf(mapping));
        }
        return ProblemTypes.all().stream()
                .filter(type -> type.status() == status)
                .findFirst()
                .map(type -> Problem.of(type).toResponse())
                .orElseGet(() -> status < 500 ? malformed((String) null) : internal(e));
    }

    @ServerExceptionMapper(ProcessingException.class)
    Response neighbour(ProcessingException e) {
        return unavailable(e);
    }

    @ServerExceptionMapper(Exception.class)
    Response unexpected(Exception e) {
        return Outage.isBehind(e) ? unavailable(e) : internal(e);
    }

    private static Response unauthenticated() {
        Response problem = Problem.of(ProblemTypes.UNAUTHENTICATED).toResponse();
        return Response.fromResponse(problem)
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .build();
    }

    private static Response malformed(@Nullable String field) {
        return Problem.of(ProblemTypes.MALFORMED)
                .with("fields", field == null || field.isEmpty() ? null : List.of(field))
                .toResponse();
    }

    private static Response internal(Exception e) {
        LOG.error("The request failed", e);
        return Problem.of(ProblemTypes.INTERNAL)
                .with("correlationId", Correlation.currentId())
                .toResponse();
    }

    private static Response unavailable(Exception e) {
        LOG.warnf("The request cannot be served: %s", SilentFailure.describe(e));
        return Problem.of(ProblemTypes.UNAVAILABLE)
                .with("correlationId", Correlation.currentId())
                .retryAfter(Outage.RETRY_AFTER)
                .toResponse();
    }

    private static String fieldOf(JsonMappingException e) {
        return e.getPath().stream()
                .map(JsonMappingException.Reference::getFieldName)
                .filter(Objects::nonNull)
                .collect(Collectors.joining("."));
    }

    private static String fieldOf(ConstraintViolation<?> violation) {
        String last = "";
        for (Path.Node node : violation.getPropertyPath()) {
            last = node.getName() == null ? last : node.getName();
        }
        return last;
    }
}
