//! An organisation at GitHub: teams below one another, repositories with their rules, and who may do what.

use std::collections::BTreeMap;

use ferroform::{App, Error, Meta, Resource as _, Scope, Value, Variable};
use ferroform_github::branch_protection::{RequiredPullRequestReviews, RequiredStatusChecks, RestrictPushes};
use ferroform_github::repository::{AdvancedSecurity, RepositoryRef, SecurityAndAnalysis};
use ferroform_github::team::TeamRef;
use ferroform_github::{
    ActionsSecret, BranchDefault, BranchProtection, GithubProvider, Membership, Repository, Team,
    TeamMembership, TeamRepository,
};

/// A team with those below it.
struct Group<'a> {
    name: &'a str,
    members: &'a [&'a str],
    below: &'a [Group<'a>],
}

const GROUPS: [Group<'_>; 2] = [
    Group {
        name: "engineering",
        members: &["ada"],
        below: &[
            Group { name: "backend", members: &["grace", "linus"], below: &[] },
            Group { name: "frontend", members: &["margaret"], below: &[] },
        ],
    },
    Group { name: "security", members: &["radia"], below: &[] },
];

/// A repository, the checks that changes have to pass, and the teams that work on it.
struct Project<'a> {
    name: &'a str,
    public: bool,
    checks: &'a [&'a str],
    teams: &'a [(&'a str, &'a str)],
}

const PROJECTS: [Project<'_>; 3] = [
    Project {
        name: "shop",
        public: false,
        checks: &["build", "test"],
        teams: &[("backend", "push"), ("frontend", "push")],
    },
    Project { name: "design", public: true, checks: &["build"], teams: &[("frontend", "maintain")] },
    Project {
        name: "policies",
        public: false,
        checks: &[],
        teams: &[("security", "admin"), ("engineering", "pull")],
    },
];

/// The teams, under their names.
type Teams<'a> = BTreeMap<&'a str, TeamRef>;

impl<'a> Group<'a> {
    fn declare(&self, scope: &Scope, above: Option<&TeamRef>, teams: &mut Teams<'a>) -> Result<(), Error> {
        let scope = scope.scope(self.name);
        let team = Team {
            privacy: "closed".into(),
            parent_team_id: above.map(|team| team.id()).unwrap_or_default(),
            ..Team::new(self.name)
        };
        let team = scope.add("team", team)?;
        for member in self.members {
            let membership =
                scope.add(member, Membership { role: "member".into(), ..Membership::new(*member) })?;
            let role = if self.below.is_empty() { "member" } else { "maintainer" };
            let membership =
                TeamMembership { role: role.into(), ..TeamMembership::new(team.id(), membership.username()) };
            scope.add(member, membership)?;
        }
        for group in self.below {
            group.declare(&scope, Some(&team), teams)?;
        }
        teams.insert(self.name, team);
        Ok(())
    }
}

impl Project<'_> {
    fn declare(
        &self,
        scope: &Scope,
        teams: &Teams<'_>,
        token: &Value<String>,
    ) -> Result<RepositoryRef, Error> {
        let scope = scope.scope(self.name);
        let enabled = || AdvancedSecurity::new("enabled");
        // Private repositories have it by a licence of their own.
        let scanning = self.public.then(|| SecurityAndAnalysis {
            secret_scanning: enabled().into(),
            secret_scanning_push_protection: enabled().into(),
            ..Default::default()
        });
        let repository = Repository {
            visibility: if self.public { "public" } else { "private" }.into(),
            auto_init: true.into(),
            allow_merge_commit: false.into(),
            allow_squash_merge: true.into(),
            delete_branch_on_merge: true.into(),
            vulnerability_alerts: true.into(),
            topics: ["managed"].into(),
            security_and_analysis: scanning.into(),
            ..Repository::new(self.name)
        };
        let meta = Meta::new().prevent_destroy().ignore_changes(["auto_init"]);
        let repository = scope.add("repository", repository.with(meta))?;
        scope.add("branch", BranchDefault::new("main", repository.name()))?;
        self.protect(&scope, &repository, teams)?;
        for (team, permission) in self.teams {
            let access = TeamRepository {
                permission: (*permission).into(),
                ..TeamRepository::new(repository.name(), teams[team].id())
            };
            scope.add(team, access)?;
        }
        let secret = ActionsSecret {
            plaintext_value: token.clone(),
            ..ActionsSecret::new(repository.name(), "DEPLOY_TOKEN")
        };
        scope.add("token", secret)?;
        Ok(repository)
    }

    fn protect(&self, scope: &Scope, repository: &RepositoryRef, teams: &Teams<'_>) -> Result<(), Error> {
        let reviews = RequiredPullRequestReviews {
            required_approving_review_count: if self.public { 2 } else { 1 }.into(),
            dismiss_stale_reviews: true.into(),
            ..Default::default()
        };
        let checks = RequiredStatusChecks { strict: true.into(), contexts: self.checks.into() };
        let pushers =
            RestrictPushes { push_allowances: [teams["security"].node_id()].into(), ..Default::default() };
        let protection = BranchProtection {
            enforce_admins: true.into(),
            required_linear_history: true.into(),
            required_pull_request_reviews: reviews.into(),
            required_status_checks: (!self.checks.is_empty()).then_some(checks).into_iter().collect(),
            restrict_pushes: pushers.into(),
            ..BranchProtection::new("main", repository.node_id())
        };
        scope.add("protection", protection)?;
        Ok(())
    }
}

fn main() -> Result<(), Error> {
    let app = App::new();
    let stack = app.stack("organisation");
    stack.provider(GithubProvider { owner: "example".into(), ..Default::default() })?;
    let token = stack.variable("deploy_token", Variable::<String>::new().sensitive())?;
    let mut teams = Teams::new();
    for group in &GROUPS {
        group.declare(&stack.scope("teams"), None, &mut teams)?;
    }
    let mut clones = Vec::new();
    for project in &PROJECTS {
        let repository = project.declare(&stack.scope("projects"), &teams, &token)?;
        clones.push((project.name, repository.ssh_clone_url()));
    }
    stack.output("clone", Value::<ferroform::Map<String>>::from(clones))?;
    app.synth()
}
