package io.github.cvatopenapi.client;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import okhttp3.Request;
import retrofit2.Invocation;
import retrofit2.http.DELETE;
import retrofit2.http.GET;
import retrofit2.http.HEAD;
import retrofit2.http.HTTP;
import retrofit2.http.OPTIONS;
import retrofit2.http.PATCH;
import retrofit2.http.POST;
import retrofit2.http.PUT;

/** What a call is named in messages: its method and path template, or its path where it is no generated operation. */
final class Operations {

    private Operations() {
    }

    static String name(Request request) {
        Invocation invocation = request.tag(Invocation.class);
        String template = invocation == null ? null : template(invocation.method());
        String path = template == null ? request.url().encodedPath() : "/" + template.replaceFirst("^/", "");
        return request.method() + " " + path;
    }

    private static String template(Method method) {
        for (Annotation annotation : method.getAnnotations()) {
            String template = template(annotation);
            if (template != null) {
                return template;
            }
        }
        return null;
    }

    private static String template(Annotation annotation) {
        if (annotation instanceof GET get) {
            return get.value();
        } else if (annotation instanceof POST post) {
            return post.value();
        } else if (annotation instanceof PUT put) {
            return put.value();
        } else if (annotation instanceof PATCH patch) {
            return patch.value();
        } else if (annotation instanceof DELETE delete) {
            return delete.value();
        } else if (annotation instanceof HEAD head) {
            return head.value();
        } else if (annotation instanceof OPTIONS options) {
            return options.value();
        } else if (annotation instanceof HTTP http) {
            return http.path();
        }
        return null;
    }
}
