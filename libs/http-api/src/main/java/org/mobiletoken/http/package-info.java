/** What every service says alike over HTTP: problems, idempotency keys, correlation and who calls. */
@org.jspecify.annotations.NullMarked
package org.mobiletoken.http;
