/** The bank's directory, asked for the terms in force. */
@NullMarked
package org.mobiletoken.sync.directory;

import org.jspecify.annotations.NullMarked;
