package org.mobiletoken.load;

import java.util.List;
import java.util.Set;
import org.mobiletoken.stack.ServiceName;
import org.mobiletoken.stack.StackSettings;

/** One benchmark: which services it needs, how they are warmed up, and what is measured. */
interface Scenario extends AutoCloseable {
    /** The services under load; nothing else of the platform competes with them. */
    Set<ServiceName> services();

    /** How many replicas of each run on the same database. */
    default int replicas() {
        return 1;
    }

    /** The JVM of each service. */
    default List<String> jvmOptions() {
        return Platform.USUAL_JVM;
    }

    /** What the platform is started with, where that is not what it usually is. */
    default StackSettings settings(StackSettings usual) {
        return usual;
    }

    /** Uses what will be measured until it is as fast as it gets. */
    void warmUp(Platform platform, Size size);

    /** Runs once the platform is warm and every safety setting has been seen to be on. */
    Report measure(Platform platform, Size size);

    /** Ends what the scenario itself has started, after the platform. */
    @Override
    default void close() {}
}
