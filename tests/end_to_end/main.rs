//! What a user would notice, tried with the real tools. One file per promise.

mod bad_input_gets_a_clear_message;
mod documentation_reaches_every_output;
mod every_schema_generates;
mod everything_conforms;
mod examples_run;
mod facts_agree_with_readers;
mod import_ids_are_understood;
mod large_programs_are_typed;
mod main_job;
mod old_ways_are_kept;
mod programs;
mod programs_synthesize;
mod provider_functions;
mod python_classes_work;
mod repository_is_in_order;
mod rust_crates_compile;
mod rust_programs;
mod schemas_are_what_terraform_prints;
mod terraform_accepts_programs;
mod terraform_knows_what_is_new;
mod terraform_plans_rust_programs;
mod the_cdktn_command_runs_programs;
mod the_same_rules_hold_in_every_language;
mod typescript_bindings_are_sound;
mod typescript_is_built_as_projects_build_it;
mod wrong_programs_are_refused;
