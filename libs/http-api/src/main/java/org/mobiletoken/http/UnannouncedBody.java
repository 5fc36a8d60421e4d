package org.mobiletoken.http;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A form, and in HTTP/2 any body, may come without its length; it is counted while it is read, and is never larger than the usual limit. */
@Provider
@Priority(Priorities.AUTHORIZATION + 1)
class UnannouncedBody implements ContainerRequestFilter {
    private final Instance<BodySettings> settings; // filters are made before settings are read

    UnannouncedBody(Instance<BodySettings> settings) {
        this.settings = settings;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        if (request.getHeaderString(HttpHeaders.CONTENT_LENGTH) == null && request.hasEntity()) {
            request.setEntityStream(new Counted(
                    request.getEntityStream(), settings.get().limit().asLongValue()));
        }
    }

    private static final class Counted extends FilterInputStream {
        private long left;

        Counted(InputStream body, long limit) {
            super(body);
            left = limit;
        }

        @Override
        public int read() throws IOException {
            int read = in.read();
            count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] bytes, int from, int most) throws IOException {
            int read = in.read(bytes, from, most);
            count(Math.max(read, 0));
            return read;
        }

        private void count(int read) {
            left -= read;
            if (left < 0) {
                throw Problem.of(ProblemTypes.TOO_LARGE).toException();
            }
        }
    }
}
