/** A phone, and the services that the enrolment service asks, as tests play them. */
@NullMarked
package org.mobiletoken.enrolment.testing;

import org.jspecify.annotations.NullMarked;
