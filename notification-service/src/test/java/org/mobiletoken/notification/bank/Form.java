package org.mobiletoken.notification.bank;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** A form in parts as an app sends it, of announced length and with a boundary of its own. */
public final class Form {

    private final String boundary = UUID.randomUUID().toString();
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private RequestSpecification request = given();

    /** Without a token if it is empty. */
    public Form(String token) {
        if (!token.isEmpty()) {
            request = request.auth().preemptive().oauth2(token);
        }
    }

    public Form part(String name, String file, byte[] content, String type) {
        write("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name + "\"; filename=\"" + file
                + "\"\r\nContent-Type: " + type + "\r\n\r\n");
        body.writeBytes(content);
        write("\r\n");
        return this;
    }

    public Form header(String name, String value) {
        request = request.header(name, value);
        return this;
    }

    public Response post(String path) {
        write("--" + boundary + "--\r\n");
        return request.contentType("multipart/form-data; boundary=" + boundary)
                .body(body.toByteArray())
                .post(path);
    }

    private void write(String text) {
        body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
