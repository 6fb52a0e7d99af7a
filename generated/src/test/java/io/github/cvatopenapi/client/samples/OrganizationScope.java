package io.github.cvatopenapi.client.samples;

import io.github.cvatopenapi.client.CvatClient;
import io.github.cvatopenapi.client.model.ProjectRead;
import io.github.cvatopenapi.client.model.ProjectWriteRequest;

/**
 * Works in an organization and in the personal space by turns. Arguments: the server's address, the organization's
 * slug.
 */
final class OrganizationScope {

    private OrganizationScope() {
    }

    public static void main(String[] args) {
        try (CvatClient cvat = CvatClient.fromEnvironment(args[0])) {
            CvatClient team = cvat.inOrganization(args[1]);
            ProjectRead project = team.execute(
                    team.projects().projectsCreate(new ProjectWriteRequest().name("shared")));
            System.out.println(project.getName() + " belongs to " + args[1]);

            CvatClient mine = cvat.inPersonalSpace();
            long own = mine.list(mine.projects().projectsList()).stream().count();
            System.out.println(own + " projects belong to nobody but me");
        }
    }
}
