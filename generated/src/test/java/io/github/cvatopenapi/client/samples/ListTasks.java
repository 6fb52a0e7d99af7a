package io.github.cvatopenapi.client.samples;

import io.github.cvatopenapi.client.CvatClient;
import io.github.cvatopenapi.client.model.TaskRead;

/** Prints every task, page after page as they are needed. Argument: the server's address. */
final class ListTasks {

    private ListTasks() {
    }

    public static void main(String[] args) {
        try (CvatClient cvat = CvatClient.fromEnvironment(args[0])) {
            for (TaskRead task : cvat.list(cvat.tasks().tasksList(o -> o.sort("name")))) {
                System.out.println(task.getId() + " " + task.getName() + " " + task.getStatus());
            }
        }
    }
}
