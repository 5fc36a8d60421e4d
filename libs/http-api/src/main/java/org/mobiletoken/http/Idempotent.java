package org.mobiletoken.http;

import jakarta.ws.rs.NameBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Honours the {@code Idempotency-Key} header: the same request again gets the same answer and has no further effect.
 *
 * <p>Keys are separate by client, by customer and by endpoint. Answers 429 and 5xx are not kept.
 */
@NameBinding
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Idempotent {
    /** The member of the body that names whom the request is about, where the caller is not a customer. */
    String scopedBy() default "";
}
