package org.mobiletoken.clock;

import io.quarkus.arc.DefaultBean;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Gives every bean the same clock, and refuses a movable one in production. */
@ApplicationScoped
class BusinessClockProducer {

    /**
     * The clock of this process.
     *
     * @throws IllegalStateException when a demonstration's clock is set in the production profile
     */
    @Produces
    @Singleton
    @DefaultBean
    BusinessClock clock(@ConfigProperty(name = "mobile-token.demo-clock.file") Optional<Path> demoClockFile) {
        if (demoClockFile.isPresent() && ConfigUtils.isProfileActive(LaunchMode.NORMAL.getDefaultProfile())) {
            throw new IllegalStateException(
                    "mobile-token.demo-clock.file moves the clock of the business rules and is refused in production");
        }
        return new BusinessClock(
                Clock.systemUTC(), demoClockFile.map(DemoOffset::new).orElse(DemoOffset.NONE));
    }
}
