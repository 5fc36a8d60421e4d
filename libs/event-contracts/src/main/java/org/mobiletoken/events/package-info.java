/** Everything the services tell each other: one record per event, its type, its topic and its JSON. */
@NullMarked
package org.mobiletoken.events;

import org.jspecify.annotations.NullMarked;
