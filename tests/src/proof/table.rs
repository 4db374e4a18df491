//! What is known of each example, kept and counted.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use serde_json::{Value as Json, json};

use super::example::Edition;

/// How far an example came, in this order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// Terraform refuses the original even with everything declared: it cannot be compared.
    Original,
    /// There is no program.
    Unconverted,
    /// The compiler or type checker refuses the program.
    Converted,
    /// The program stops with an error.
    Compiled,
    /// Terraform refuses what it synthesizes.
    Ran,
    /// Terraform plans something else.
    Planned,
    /// Terraform plans the same.
    Equal,
}

impl Stage {
    /// All stages.
    pub const ALL: [Self; 7] = [
        Self::Original,
        Self::Unconverted,
        Self::Converted,
        Self::Compiled,
        Self::Ran,
        Self::Planned,
        Self::Equal,
    ];

    /// What tables call it.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Original => "original refused",
            Self::Unconverted => "not converted",
            Self::Converted => "converted",
            Self::Compiled => "compiled",
            Self::Ran => "ran",
            Self::Planned => "planned",
            Self::Equal => "equal",
        }
    }
}

/// A line of the table.
#[derive(Debug, Clone)]
pub struct Row {
    /// The page's path below the folder of its language.
    pub page: String,
    /// Which of the page's code blocks it is, from 0.
    pub block: usize,
    /// Whose program it is.
    pub edition: Edition,
    /// How far it came.
    pub stage: Stage,
    /// Why it came no further.
    pub reason: String,
}

impl Row {
    /// The line in a file of JSON lines.
    #[must_use]
    pub fn json(&self) -> Json {
        json!({
            "page": self.page, "block": self.block, "edition": self.edition.word(), "stage": self.stage.word(),
            "reason": self.reason,
        })
    }
}

/// How many examples of each edition came how far, and the share of those that Terraform plans alike.
#[must_use]
pub fn totals(rows: &[Row]) -> String {
    let mut counts: BTreeMap<Edition, BTreeMap<Stage, usize>> = BTreeMap::new();
    for row in rows {
        *counts.entry(row.edition).or_default().entry(row.stage).or_default() += 1;
    }
    let mut text = format!("{:<21}", "stopped at");
    for stage in Stage::ALL {
        write!(text, "{:>18}", stage.word()).expect("a text takes all");
    }
    text.push_str("   share\n");
    for (edition, counts) in counts {
        write!(text, "{edition:<21}").expect("a text takes all");
        let of = |stage: &Stage| counts.get(stage).copied().unwrap_or_default();
        for stage in &Stage::ALL {
            write!(text, "{:>18}", of(stage)).expect("a text takes all");
        }
        let comparable: usize = Stage::ALL[1..].iter().map(of).sum();
        let equal = of(&Stage::Equal);
        // Never rounded up.
        let share = (equal * 1000).checked_div(comparable).unwrap_or_default();
        writeln!(text, "  {equal} of {comparable}: {}.{} %", share / 10, share % 10)
            .expect("a text takes all");
    }
    text
}
