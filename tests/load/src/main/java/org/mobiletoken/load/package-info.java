/** Benchmarks of the packaged services: one class per scenario, one platform, load generator and report for all of them. */
@org.jspecify.annotations.NullMarked
package org.mobiletoken.load;
