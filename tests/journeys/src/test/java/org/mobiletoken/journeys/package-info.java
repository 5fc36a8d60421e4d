/** Journeys of customers through the packaged services, seen from outside: over HTTP, Kafka and SMS. */
@NullMarked
package org.mobiletoken.journeys;

import org.jspecify.annotations.NullMarked;
