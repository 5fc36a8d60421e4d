package org.mobiletoken.sync;

import io.quarkus.runtime.annotations.QuarkusMain;
import org.mobiletoken.http.Starting;

/** Starts the service, or says in one line why it does not start. */
@QuarkusMain
public final class Main {
    private Main() {}

    public static void main(String... arguments) {
        Starting.run(arguments);
    }
}
