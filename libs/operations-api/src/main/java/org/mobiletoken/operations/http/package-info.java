/** The operations' endpoints, their requests and their answers. */
@NullMarked
package org.mobiletoken.operations.http;

import org.jspecify.annotations.NullMarked;
