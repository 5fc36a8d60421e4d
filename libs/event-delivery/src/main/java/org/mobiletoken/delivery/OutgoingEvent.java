package org.mobiletoken.delivery;

import java.time.Instant;
import java.util.UUID;

/**
 * An event to be published, in CloudEvents' words.
 *
 * @param key events of one key are delivered in the order in which their transactions took the key's lock
 * @param type the CloudEvents type, with its version
 * @param source the CloudEvents source: which service says so
 * @param time when it happened
 * @param json the payload in UTF-8
 */
@SuppressWarnings("ArrayRecordComponent")
public record OutgoingEvent(UUID id, String topic, String key, String type, String source, Instant time, byte[] json) {}
