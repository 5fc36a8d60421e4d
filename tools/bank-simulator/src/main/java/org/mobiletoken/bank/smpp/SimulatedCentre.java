package org.mobiletoken.bank.smpp;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.mobiletoken.smsc.Inbox;
import org.mobiletoken.smsc.SmsCentre;

/** The SMS centre listens for as long as the simulator runs. */
@Singleton
class SimulatedCentre {

    @Produces
    @Singleton
    Inbox inbox() {
        return new Inbox();
    }

    @Produces
    @Singleton
    @Startup
    SmsCentre centre(SmppSettings settings, Inbox inbox) {
        SmsCentre centre =
                new SmsCentre(new SmsCentre.Access(settings.port(), settings.systemId(), settings.password()), inbox);
        centre.start();
        return centre;
    }

    void stop(@Disposes SmsCentre centre) {
        centre.close();
    }
}
