/** What callers see: resources, their request and response records, and the problems that refusals become. */
@NullMarked
package org.mobiletoken.enrolment.http;

import org.jspecify.annotations.NullMarked;
