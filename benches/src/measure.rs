//! What a process and its children cost.
//!
//! The operating system adds up finished children per parent, so each command is run by a fresh copy of this
//! program that has no other child.

use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use nix::sys::resource::{UsageWho, getrusage};
use nix::sys::time::TimeVal;
use serde_json::{Value, json};

/// The first argument of a copy of this program that measures the command after it.
pub const MODE: &str = "measure";

/// How often each command is measured.
pub const RUNS: usize = 5;

/// What one run cost.
#[derive(Debug, Clone, Copy)]
pub struct Sample {
    /// CPU seconds in user and system mode.
    pub cpu: f64,
    /// Seconds on the clock.
    pub seconds: f64,
    /// The most memory that a process held, in MiB.
    pub mib: f64,
}

/// Runs a command and says what it cost.
pub fn command(command: &Command) -> Sample {
    let mut copy = Command::new(std::env::current_exe().expect("the program has a path"));
    copy.arg(MODE).arg(command.get_program()).args(command.get_args());
    for (key, value) in command.get_envs() {
        copy.env(key, value.expect("no variable is removed"));
    }
    if let Some(folder) = command.get_current_dir() {
        copy.current_dir(folder);
    }
    let finished = ferroform_tests::run(&mut copy).success();
    let report: Value = serde_json::from_str(&finished.stdout).expect("a report is JSON");
    let number = |key: &str| report[key].as_f64().expect("a report has numbers");
    Sample { cpu: number("cpu"), seconds: number("seconds"), mib: number("mib") }
}

/// Runs commands in turn, each [`RUNS`] times after one run that does not count: caches are filled, Python has compiled.
pub fn in_turn<const N: usize>(commands: &[Command; N]) -> [Vec<Sample>; N] {
    for line in commands {
        command(line);
    }
    let mut samples = [const { Vec::new() }; N];
    for _ in 0..RUNS {
        for (line, samples) in commands.iter().zip(&mut samples) {
            samples.push(command(line));
        }
    }
    samples
}

/// Runs a command line and reports on standard output.
pub fn measure_and_report(line: &[String]) {
    let start = Instant::now();
    let output = Command::new(&line[0]).args(&line[1..]).stdin(Stdio::null()).output().expect("cannot run");
    let seconds = start.elapsed().as_secs_f64();
    assert!(output.status.success(), "{line:?}\n{}", String::from_utf8_lossy(&output.stderr));
    let usage = getrusage(UsageWho::RUSAGE_CHILDREN).expect("usage of children is known");
    let cpu = duration(usage.user_time()) + duration(usage.system_time());
    let kib = u32::try_from(usage.max_rss()).expect("a process holds less than 4 TiB");
    println!("{}", json!({ "cpu": cpu.as_secs_f64(), "seconds": seconds, "mib": f64::from(kib) / 1024.0 }));
}

fn duration(time: TimeVal) -> Duration {
    let micros = time.tv_sec() * 1_000_000 + time.tv_usec();
    Duration::from_micros(micros.try_into().expect("time does not run backwards"))
}

/// The median of each figure.
pub fn median(samples: &[Sample]) -> Sample {
    let middle = |figure: fn(&Sample) -> f64| {
        let mut figures: Vec<f64> = samples.iter().map(figure).collect();
        figures.sort_by(f64::total_cmp);
        figures[figures.len() / 2]
    };
    Sample { cpu: middle(|s| s.cpu), seconds: middle(|s| s.seconds), mib: middle(|s| s.mib) }
}
