/** A Kafka broker and controller in one JVM, made to be started as a child process. */
@org.jspecify.annotations.NullMarked
package org.mobiletoken.kafka;
