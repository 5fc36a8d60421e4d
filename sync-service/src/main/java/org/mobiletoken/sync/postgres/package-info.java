/** The tables and what is kept in them. */
@NullMarked
package org.mobiletoken.sync.postgres;

import org.jspecify.annotations.NullMarked;
