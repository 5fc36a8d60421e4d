package org.mobiletoken.enrolment.postgres;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "customer")
class CustomerRow {

    @Id
    @Column(name = "customer_id")
    String customerId;

    @Column(name = "version")
    long version;

    @Column(name = "hkid_positions")
    @Nullable
    String hkidPositions;
}
