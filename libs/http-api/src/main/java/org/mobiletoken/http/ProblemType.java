package org.mobiletoken.http;

import java.net.URI;

/** A stable kind of problem: clients decide by its URI, people read its title. */
public record ProblemType(String slug, String title, int status) {
    public URI uri() {
        return URI.create("urn:mobile-token:problem:" + slug);
    }
}
