/** What customers' apps call. */
@NullMarked
package org.mobiletoken.sync.http;

import org.jspecify.annotations.NullMarked;
