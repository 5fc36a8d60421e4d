package org.mobiletoken.delivery;

import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/**
 * Tells of halted consumers. It is neither readiness nor liveness: customers are still served, and a restart would only
 * let the consumer run into the same records again.
 */
@Wellness
@ApplicationScoped
class DeliveryHealth implements HealthCheck {
    private final Halts halts;

    DeliveryHealth(Halts halts) {
        this.halts = halts;
    }

    @Override
    public HealthCheckResponse call() {
        Map<String, String> halted = halts.ofThisProcess();
        var response = HealthCheckResponse.named("event-delivery").status(halted.isEmpty());
        halted.forEach(response::withData);
        return response.build();
    }
}
