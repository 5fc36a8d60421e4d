package org.mobiletoken.bank.smpp;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.mobiletoken.smsc.SmsCentre;

/** The simulator is ready once its SMS centre listens. */
@Readiness
public class SmsCentreReadiness implements HealthCheck {
    private final SmsCentre centre;

    SmsCentreReadiness(SmsCentre centre) {
        this.centre = centre;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.builder()
                .name("sms-centre")
                .status(centre.listening())
                .withData("port", centre.port())
                .build();
    }
}
