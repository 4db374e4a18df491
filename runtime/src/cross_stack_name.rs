//! What references between stacks are called: the peer's names.

/// How a path in another stack is read.
pub(crate) fn reference(stack: &str, path: &str) -> String {
    format!("data.terraform_remote_state.{}.outputs.{}", state(stack), output(path))
}

/// What a stack calls the remote state of another.
pub(crate) fn state(stack: &str) -> String {
    format!("cross-stack-reference-input-{}", identifier(stack))
}

/// What a stack calls the output of a path that another reads.
pub(crate) fn output(path: &str) -> String {
    format!("cross-stack-output-{}", identifier(path))
}

fn identifier(text: &str) -> String {
    text.chars().filter(|char| char.is_ascii_alphanumeric() || matches!(char, '_' | '-')).collect()
}
