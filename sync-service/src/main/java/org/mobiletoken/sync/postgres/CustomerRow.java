package org.mobiletoken.sync.postgres;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The row whose lock orders everything about one customer. */
@Entity
@Table(name = "customer")
class CustomerRow {
    @Id
    @Column(name = "customer_id")
    String customerId;

    @Column(name = "version")
    long version;
}
