package org.mobiletoken.operations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.List;
import java.util.Optional;

/** The projections of this service that can be made anew; most services have none. */
@ApplicationScoped
class Projections {
    private final Instance<Projection> all;

    Projections(Instance<Projection> all) {
        this.all = all;
    }

    Optional<Projection> of(String name) {
        return all.stream().filter(each -> each.name().equals(name)).findFirst();
    }

    List<String> names() {
        return all.stream().map(Projection::name).sorted().toList();
    }
}
