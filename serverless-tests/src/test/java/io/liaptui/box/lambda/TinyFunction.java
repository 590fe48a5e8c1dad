package io.liaptui.box.lambda;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CountDownLatch;

/** A function in a process of its own that does as the event says: {@code echo:…}, {@code error}, {@code hang}… */
final class TinyFunction {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String API = "http://" + System.getenv("AWS_LAMBDA_RUNTIME_API") + "/2018-06-01/runtime/";

    private TinyFunction() {}

    public static void main(String[] args) throws Exception {
        switch (System.getenv("INIT")) {
            case "die" -> {
                System.out.println("no config");
                System.exit(3);
            }
            case "error" -> {
                post("init/error", "{\"errorType\":\"BadConfig\",\"errorMessage\":\"no config\"}");
                System.exit(1);
            }
            case "hang" -> hang();
            default -> serve();
        }
    }

    private static void serve() throws Exception {
        while (true) {
            HttpResponse<String> event = HTTP.send(
                    HttpRequest.newBuilder(URI.create(API + "invocation/next")).build(), BodyHandlers.ofString());
            String id =
                    event.headers().firstValue("Lambda-Runtime-Aws-Request-Id").orElseThrow();
            String[] order = event.body().split(":", 2);
            switch (order[0]) {
                case "echo" -> post("invocation/" + id + "/response", order[1]);
                case "pid" ->
                    post(
                            "invocation/" + id + "/response",
                            Long.toString(ProcessHandle.current().pid()));
                case "header" ->
                    post(
                            "invocation/" + id + "/response",
                            event.headers().firstValue(order[1]).orElse("none"));
                case "env" -> post("invocation/" + id + "/response", String.valueOf(System.getenv(order[1])));
                case "error" ->
                    post("invocation/" + id + "/error", "{\"errorType\":\"Oops\",\"errorMessage\":\"as told\"}");
                case "big" -> post("invocation/" + id + "/response", "x".repeat(RuntimeApi.MAX_ANSWER + 1));
                case "stranger" -> {
                    int status = post("invocation/" + order[1] + "/response", "not mine");
                    post("invocation/" + id + "/response", Integer.toString(status));
                }
                case "exit" -> System.exit(7);
                default -> hang();
            }
        }
    }

    private static void hang() throws InterruptedException {
        new CountDownLatch(1).await();
    }

    private static int post(String path, String body) throws Exception {
        return HTTP.send(
                        HttpRequest.newBuilder(URI.create(API + path))
                                .POST(BodyPublishers.ofString(body))
                                .build(),
                        BodyHandlers.discarding())
                .statusCode();
    }
}
