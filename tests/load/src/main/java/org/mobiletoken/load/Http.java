package org.mobiletoken.load;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** JSON over kept-alive connections: cheap, so that the machine is left to what is measured; callers wait on virtual threads. */
final class Http implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 60;

    private final Vertx vertx;
    private final Context eventLoop;
    private final HttpClient client;
    private final Supplier<String> accessToken;
    private final @Nullable String preference;

    /** @param connections at most so many to each address */
    Http(int connections, Supplier<String> accessToken) {
        this.vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
        this.eventLoop = vertx.getOrCreateContext();
        this.client = vertx.createHttpClient(
                new HttpClientOptions().setTcpNoDelay(true), new PoolOptions().setHttp1MaxSize(connections));
        this.accessToken = accessToken;
        this.preference = null;
    }

    private Http(Http connected, Supplier<String> accessToken, @Nullable String preference) {
        this.vertx = connected.vertx;
        this.eventLoop = connected.eventLoop;
        this.client = connected.client;
        this.accessToken = accessToken;
        this.preference = preference;
    }

    /** The same connections, in the name of somebody else. */
    Http as(String token) {
        return new Http(this, () -> token, preference);
    }

    /** The same connections and name, with a preference about how to be answered. */
    Http prefer(String value) {
        return new Http(this, accessToken, value);
    }

    record Answer(int status, String body, @Nullable String retryAfter) {
        JsonNode json() {
            return Json.read(body);
        }

        Answer expect(int expected) {
            if (status != expected) {
                throw new UnexpectedAnswer(expected + " was expected and " + status + " answered: " + body);
            }
            return this;
        }
    }

    static final class UnexpectedAnswer extends RuntimeException {
        private static final long serialVersionUID = 1;

        UnexpectedAnswer(String message) {
            super(message);
        }
    }

    Answer get(URI base, String path) {
        return send(HttpMethod.GET, base, path, "");
    }

    Answer post(URI base, String path, String json) {
        return send(HttpMethod.POST, base, path, json);
    }

    Answer put(URI base, String path, String json) {
        return send(HttpMethod.PUT, base, path, json);
    }

    Answer delete(URI base, String path) {
        return send(HttpMethod.DELETE, base, path, "");
    }

    private Answer send(HttpMethod method, URI base, String path, String json) {
        var options = new RequestOptions()
                .setMethod(method)
                .setHost(base.getHost())
                .setPort(base.getPort())
                .setURI(path)
                .putHeader(HttpHeaders.AUTHORIZATION, "Bearer " + accessToken.get())
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/json");
        if (preference != null) {
            options.putHeader("Prefer", preference);
        }
        var answer = new CompletableFuture<Answer>();
        // on the event loop, where no body can arrive before somebody asks for it
        eventLoop.runOnContext(_ -> client.request(options)
                .compose(request -> request.send(Buffer.buffer(json)))
                .compose(response -> response.body()
                        .map(body -> new Answer(
                                response.statusCode(), body.toString(), response.getHeader(HttpHeaders.RETRY_AFTER))))
                .onComplete(answer::complete, answer::completeExceptionally));
        try {
            return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new UnexpectedAnswer(method + " " + path + " got no answer: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnexpectedAnswer(method + " " + path + " was interrupted");
        }
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
