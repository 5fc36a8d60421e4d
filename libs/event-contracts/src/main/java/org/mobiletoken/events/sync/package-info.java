/** What sync-service says of joining two apps. */
@NullMarked
package org.mobiletoken.events.sync;

import org.jspecify.annotations.NullMarked;
