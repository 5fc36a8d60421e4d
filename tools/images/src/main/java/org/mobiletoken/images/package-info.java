/** Container images of the services, built from what is on this machine. */
@NullMarked
package org.mobiletoken.images;

import org.jspecify.annotations.NullMarked;
