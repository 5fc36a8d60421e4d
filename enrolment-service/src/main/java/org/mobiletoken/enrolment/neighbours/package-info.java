/** The services and the core banking system that this service asks, each failing closed. */
@NullMarked
package org.mobiletoken.enrolment.neighbours;

import org.jspecify.annotations.NullMarked;
