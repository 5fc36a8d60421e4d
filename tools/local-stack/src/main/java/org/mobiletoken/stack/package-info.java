/**
 * The whole platform on one machine without containers: PostgreSQL, Kafka, Keycloak, the four services and the bank
 * simulator as child processes on free ports.
 */
@org.jspecify.annotations.NullMarked
package org.mobiletoken.stack;
