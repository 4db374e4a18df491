//! What was made by hand comes under Terraform: single resources by their typed IDs, and many at once from a list.

use ferroform::{
    App, Error, Import, Keyed, Map, Meta, Removed, Resource as _, Scope, Value, Variable, each_key,
    each_value, template,
};
use ferroform_github::branch_protection::RequiredPullRequestReviews;
use ferroform_github::repository::RepositoryRef;
use ferroform_github::{
    BranchProtection, GithubProvider, Membership, Repository, Team, TeamMembership, TeamRepository,
};

/// Repositories that exist, with what they are for.
const REPOSITORIES: [(&str, &str); 3] = [
    ("website", "What the world sees"),
    ("backend", "What does the work"),
    ("infrastructure", "This program"),
];

/// Who is in the organisation, and as what.
const MEMBERS: [(&str, &str); 3] = [("ada", "admin"), ("grace", "member"), ("linus", "member")];

/// Takes a repository over as it is; what the program does not say stays.
fn repository(scope: &Scope, name: &str, description: &str) -> Result<RepositoryRef, Error> {
    let repository = Repository {
        description: description.into(),
        visibility: "private".into(),
        has_issues: true.into(),
        delete_branch_on_merge: true.into(),
        ..Repository::new(name)
    };
    let meta = Meta::new().prevent_destroy().ignore_changes(["topics", "homepage_url"]);
    let repository = scope.add(name, repository.with(meta))?;
    scope.import::<Repository>(name, name.parse()?)?;

    let protection = BranchProtection {
        required_pull_request_reviews: RequiredPullRequestReviews {
            required_approving_review_count: 1.into(),
            ..Default::default()
        }
        .into(),
        ..BranchProtection::new("main", repository.node_id())
    };
    // There was none before: this one is made.
    scope.add(&format!("{name}-main"), protection)?;
    Ok(repository)
}

/// All members with one resource, imported one by one under the same keys.
fn members(scope: &Scope, organisation: &str) -> Result<Keyed<Membership>, Error> {
    let roles: Value<Map<String>> = MEMBERS.into();
    let membership = Membership { role: each_value(), ..Membership::new(each_key()) };
    let members = scope.add("member", membership.with(Meta::new().for_each(&roles)))?;
    let id = template!("{organisation}:{}", each_key());
    scope.import_block(Import::by_id(&members, id).for_each(&roles))?;
    Ok(members)
}

fn main() -> Result<(), Error> {
    let app = App::new();
    let stack = app.stack("organisation");
    stack.required_version(">= 1.7")?;
    stack.provider(GithubProvider { owner: "example".into(), ..Default::default() })?;

    let members = members(&stack, "example")?;
    let mut repositories = Vec::new();
    for (name, description) in REPOSITORIES {
        repositories.push(repository(&stack, name, description)?);
    }

    // The team exists too; its number is known only to whoever asks GitHub for it.
    let number = stack.variable("team_number", Variable::<String>::new())?;
    let team = stack.add("core", Team { privacy: "closed".into(), ..Team::new("core") })?;
    stack.import_block(Import::by_id(&team, number))?;
    let maintainer = TeamMembership {
        role: "maintainer".into(),
        ..TeamMembership::new(team.id(), members.at("ada").username())
    };
    stack.add("maintainer", maintainer)?;
    for (repository, (name, _)) in repositories.iter().zip(REPOSITORIES) {
        let access = TeamRepository {
            permission: "maintain".into(),
            ..TeamRepository::new(repository.name(), team.id())
        };
        stack.add(&format!("core-{name}"), access)?;
    }

    // What another program has taken over in the meantime.
    stack.removed(Removed::new("github_repository.playground").keep())?;
    app.synth()
}
