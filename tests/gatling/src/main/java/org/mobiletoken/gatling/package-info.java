/** The requests that benchmarks leave to Gatling, in a process of its own: those that need no proof signed for them. */
@org.jspecify.annotations.NullMarked
package org.mobiletoken.gatling;
