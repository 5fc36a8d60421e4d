/** Reading topics outside any consumer group. */
@NullMarked
package org.mobiletoken.operations.kafka;

import org.jspecify.annotations.NullMarked;
