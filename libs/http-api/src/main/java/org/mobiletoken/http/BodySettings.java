package org.mobiletoken.http;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Map;

/** How large a body may be; {@code quarkus.http.limits.max-body-size} must be no less than the largest of them. */
@ConfigMapping(prefix = "mobile-token.body")
interface BodySettings {
    /** The limit of every path that is not among {@link #larger()}. */
    @WithDefault("64K")
    MemorySize limit();

    /** The limits of paths that take larger bodies, by path; a larger body must announce its length. */
    Map<String, MemorySize> larger();

    /** How many larger bodies are taken at the same time, so that they cannot fill the memory. */
    @WithDefault("16")
    int largerAtOnce();
}
