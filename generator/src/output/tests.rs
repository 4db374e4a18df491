use std::fs;
use std::path::Path;
use std::process::Command;

use tempfile::TempDir;

use super::manifest::Manifest;
use super::*;

const WRITE: Mode = Mode::Write { force: false };
const FORCE: Mode = Mode::Write { force: true };

fn tree(files: &[(&str, &str)]) -> Tree {
    let mut tree = Tree::default();
    for (path, content) in files {
        tree.add(*path, *content);
    }
    tree
}

fn folder() -> TempDir {
    tempfile::tempdir().unwrap()
}

/// Every file and folder below `root` but the scratch folder, with its content.
fn listing(root: &Path) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    let mut folders = vec![root.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let name = path.strip_prefix(root).unwrap().to_string_lossy().into_owned();
            if path.is_dir() && name != SCRATCH {
                found.insert(format!("{name}/"), String::new());
                folders.push(path);
            } else if path.is_file() && name != MANIFEST {
                found.insert(name, fs::read_to_string(&path).unwrap());
            }
        }
    }
    found
}

fn holds(root: &Path, files: &[(&str, &str)]) {
    let expected: BTreeMap<_, _> =
        files.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect();
    assert_eq!(listing(root), expected);
}

fn problem(root: &Path, tree: &Tree, mode: Mode) -> String {
    let problems = write(root, tree, mode).unwrap_err();
    assert_eq!(problems.len(), 1, "{problems:?}");
    problems[0].to_string().replace(&root.display().to_string(), "OUT")
}

#[test]
fn a_second_run_has_nothing_to_do() {
    let root = folder();
    let tree = tree(&[("a/b.js", "one"), ("c.js", "three")]);
    let first = write(root.path(), &tree, WRITE).unwrap();
    assert_eq!((first.created.len(), first.bytes_written, first.bytes), (2, 8, 8));
    holds(root.path(), &[("a/", ""), ("a/b.js", "one"), ("c.js", "three")]);
    let second = write(root.path(), &tree, WRITE).unwrap();
    assert_eq!((second.unchanged, second.bytes_written), (2, 0));
    assert!(second.is_current());
}

#[test]
fn files_that_left_the_output_are_removed_with_the_folders_they_leave_empty() {
    let root = folder();
    write(root.path(), &tree(&[("a/b/c.js", "c"), ("d/e.js", "e"), ("f.js", "f")]), WRITE).unwrap();
    fs::write(root.path().join("d/mine.txt"), "mine").unwrap();
    let report = write(root.path(), &tree(&[("f.js", "f")]), WRITE).unwrap();
    assert_eq!(report.removed, ["a/b/c.js", "d/e.js"]);
    holds(root.path(), &[("d/", ""), ("d/mine.txt", "mine"), ("f.js", "f")]);
}

#[test]
fn an_edited_file_is_kept_until_forced() {
    let root = folder();
    write(root.path(), &tree(&[("a.js", "a1"), ("b.js", "b1")]), WRITE).unwrap();
    fs::write(root.path().join("a.js"), "ours").unwrap();
    fs::write(root.path().join("b.js"), "ours too").unwrap();
    let next = tree(&[("a.js", "a2"), ("c.js", "c")]);
    let kept = ["a.js", "b.js"].map(|path| Kept { path: path.to_owned(), reason: Reason::Edited });
    for _ in 0..2 {
        let report = write(root.path(), &next, WRITE).unwrap();
        assert_eq!(report.kept, kept);
        assert!(!report.is_current());
        holds(root.path(), &[("a.js", "ours"), ("b.js", "ours too"), ("c.js", "c")]);
    }
    let report = write(root.path(), &next, FORCE).unwrap();
    assert_eq!((report.updated.len(), report.removed.len(), report.kept.len()), (1, 1, 0));
    holds(root.path(), &[("a.js", "a2"), ("c.js", "c")]);
    assert!(write(root.path(), &next, Mode::Check).unwrap().is_current());
}

#[test]
fn an_edit_that_is_taken_back_is_no_edit() {
    let root = folder();
    write(root.path(), &tree(&[("a.js", "old")]), WRITE).unwrap();
    fs::write(root.path().join("a.js"), "ours").unwrap();
    write(root.path(), &tree(&[("a.js", "new")]), WRITE).unwrap();
    fs::write(root.path().join("a.js"), "old").unwrap();
    assert_eq!(write(root.path(), &tree(&[("a.js", "new")]), WRITE).unwrap().updated, ["a.js"]);
}

#[test]
fn what_is_not_in_the_manifest_is_not_touched_even_when_forced() {
    let root = folder();
    fs::write(root.path().join("a.js"), "mine").unwrap();
    fs::write(root.path().join("b.js"), "same").unwrap();
    let report = write(root.path(), &tree(&[("a.js", "a"), ("b.js", "same")]), FORCE).unwrap();
    assert_eq!(report.kept, [Kept { path: "a.js".to_owned(), reason: Reason::Foreign }]);
    assert_eq!(report.unchanged, 1, "an identical file is adopted");
    let report = write(root.path(), &tree(&[]), FORCE).unwrap();
    assert_eq!(report.removed, ["b.js"]);
    holds(root.path(), &[("a.js", "mine")]);
}

#[test]
fn a_check_touches_nothing_and_says_what_is_stale_missing_or_extra() {
    let root = folder();
    let out = root.path().join("out");
    let missing = write(&out, &tree(&[("a", "1")]), Mode::Check).unwrap();
    assert_eq!(missing.created, ["a"]);
    assert!(!out.exists());
    write(&out, &tree(&[("a", "1"), ("b", "1"), ("c", "1")]), WRITE).unwrap();
    fs::remove_dir_all(out.join(SCRATCH)).unwrap();
    fs::remove_file(out.join("b")).unwrap();
    let before = listing(&out);
    let report = write(&out, &tree(&[("a", "2"), ("b", "1")]), Mode::Check).unwrap();
    assert_eq!(
        (&report.updated[..], &report.created[..], &report.removed[..]),
        (&["a".to_owned()][..], &["b".to_owned()][..], &["c".to_owned()][..])
    );
    assert!(!report.is_current());
    assert_eq!(listing(&out), before);
    assert!(!out.join(SCRATCH).exists());
}

#[test]
fn a_lost_manifest_is_no_current_output() {
    let root = folder();
    let tree = tree(&[("a", "1")]);
    write(root.path(), &tree, WRITE).unwrap();
    fs::remove_file(root.path().join(MANIFEST)).unwrap();
    assert!(!write(root.path(), &tree, Mode::Check).unwrap().is_current());
    write(root.path(), &tree, WRITE).unwrap();
    assert!(write(root.path(), &tree, Mode::Check).unwrap().is_current());
}

#[test]
fn a_file_may_become_a_folder_and_a_folder_a_file() {
    let root = folder();
    let one = tree(&[("a", "file"), ("b/c/d", "deep")]);
    let other = tree(&[("a/x/y", "deep"), ("b", "file")]);
    write(root.path(), &one, WRITE).unwrap();
    write(root.path(), &other, WRITE).unwrap();
    holds(root.path(), &[("a/", ""), ("a/x/", ""), ("a/x/y", "deep"), ("b", "file")]);
    write(root.path(), &one, WRITE).unwrap();
    fs::write(root.path().join("b/c/mine"), "mine").unwrap();
    assert!(problem(root.path(), &other, WRITE).starts_with("OUT/b: is a folder, and the output has a file"));
    assert_eq!(listing(root.path())["a"], "file");
}

#[test]
fn only_the_scratch_folder_is_ignored_by_version_control() {
    let root = folder();
    write(root.path(), &tree(&[("a", "1")]), WRITE).unwrap();
    assert_eq!(fs::read_to_string(root.path().join(SCRATCH).join(".gitignore")).unwrap(), "*\n");
    assert!(root.path().join(MANIFEST).is_file());
}

#[test]
fn the_cache_does_not_hide_an_edit_that_keeps_the_size() {
    let root = folder();
    for content in ["one", "two", "ten"] {
        write(root.path(), &tree(&[("a", content)]), FORCE).unwrap();
        fs::write(root.path().join("a"), "six").unwrap();
        assert_eq!(write(root.path(), &tree(&[("a", content)]), WRITE).unwrap().kept.len(), 1);
    }
}

#[test]
fn a_broken_cache_costs_nothing_but_time() {
    let root = folder();
    write(root.path(), &tree(&[("a", "1")]), WRITE).unwrap();
    fs::write(root.path().join(SCRATCH).join("cache"), "1 2\n\u{0} x y z\n9 9 zz a").unwrap();
    assert!(write(root.path(), &tree(&[("a", "1")]), WRITE).unwrap().is_current());
}

#[test]
fn two_runs_do_not_write_at_once() {
    let root = folder();
    let other = root::Root::new(root.path()).unwrap().lock().unwrap();
    assert_eq!(
        problem(root.path(), &tree(&[("a", "1")]), WRITE),
        "OUT: another run is writing here\n  help: wait for it to end and run this again"
    );
    drop(other);
    write(root.path(), &tree(&[("a", "1")]), WRITE).unwrap();
}

#[test]
fn an_output_path_that_is_no_folder_is_refused() {
    let root = folder();
    let file = root.path().join("file");
    fs::write(&file, "mine").unwrap();
    for mode in [WRITE, Mode::Check] {
        assert!(
            problem(&file, &tree(&[("a", "1")]), mode)
                .starts_with("OUT: is a file; the output needs a folder")
        );
        let below = problem(&file.join("out"), &tree(&[("a", "1")]), mode);
        assert!(below.starts_with("OUT: cannot be an output folder: "), "{below}");
    }
    holds(root.path(), &[("file", "mine")]);
}

#[cfg(unix)]
mod unix {
    use std::os::unix::fs::{PermissionsExt as _, symlink};

    use super::*;

    #[test]
    fn a_link_that_leads_out_of_the_root_is_refused() {
        let (root, elsewhere) = (folder(), folder());
        fs::write(elsewhere.path().join("b"), "elsewhere").unwrap();
        symlink(elsewhere.path(), root.path().join("a")).unwrap();
        symlink(elsewhere.path().join("b"), root.path().join("c")).unwrap();
        let problems = write(root.path(), &tree(&[("a/b", "1"), ("c", "1")]), FORCE).unwrap_err();
        assert!(problems[0].message.starts_with("is a symbolic link"), "{problems:?}");
        assert!(problems[1].message.starts_with("is a symbolic link"), "{problems:?}");
        holds(elsewhere.path(), &[("b", "elsewhere")]);
    }

    #[test]
    fn the_root_may_be_a_link() {
        let (root, elsewhere) = (folder(), folder());
        let link = root.path().join("out");
        symlink(elsewhere.path(), &link).unwrap();
        write(&link, &tree(&[("a/b", "1")]), WRITE).unwrap();
        holds(elsewhere.path(), &[("a/", ""), ("a/b", "1")]);
    }

    #[test]
    fn a_read_only_folder_is_refused_before_anything_is_written() {
        let root = folder();
        write(root.path(), &tree(&[("a/b", "1"), ("c", "1")]), WRITE).unwrap();
        let locked = root.path().join("a");
        fs::set_permissions(&locked, fs::Permissions::from_mode(0o555)).unwrap();
        let next = problem(root.path(), &tree(&[("a/b", "2"), ("c", "2")]), WRITE);
        let gone = problem(root.path(), &tree(&[("c", "2")]), WRITE);
        fs::set_permissions(&locked, fs::Permissions::from_mode(0o755)).unwrap();
        assert_eq!(next, "OUT/a/b: cannot be written: its folder is read-only");
        assert_eq!(gone, "OUT/a/b: cannot be removed: its folder is read-only");
        holds(root.path(), &[("a/", ""), ("a/b", "1"), ("c", "1")]);
    }
}

/// What a tree has before and after a run that does everything: creates, updates, removes, swaps files and folders.
const BEFORE: [(&str, &str); 6] =
    [("a/b", "1"), ("a/c", "1"), ("gone/deep/d", "1"), ("same", "1"), ("swap", "1"), ("swop/x", "1")];
const AFTER: [(&str, &str); 6] =
    [("a/b", "2"), ("a/c", "1"), ("new/deep/e", "2"), ("same", "1"), ("swap/x", "2"), ("swop", "2")];

/// Runs the first `count` steps of the run from [`BEFORE`] to [`AFTER`]; false where it has fewer.
fn interrupted(folder: &Path, count: usize) -> bool {
    write(folder, &tree(&BEFORE), WRITE).unwrap();
    let root = root::Root::new(folder).unwrap();
    let _lock = root.lock().unwrap();
    let before = Manifest::read(&root.manifest()).unwrap().unwrap();
    let after = tree(&AFTER);
    let plan = compare::compare(&root, &after, &before, false).unwrap();
    let steps = plan.steps();
    let mut cache = cache::Cache::default();
    steps.iter().take(count).for_each(|step| step.run(&root, &mut cache).unwrap());
    count <= steps.len()
}

#[test]
fn a_run_that_is_interrupted_at_any_step_is_completed_by_the_next() {
    let whole = |text: &str| ["", "1", "2"].contains(&text);
    let mut count = 0;
    loop {
        let root = folder();
        if !interrupted(root.path(), count) {
            break;
        }
        assert!(
            listing(root.path()).values().all(|text| whole(text)),
            "after {count} steps a file is half written"
        );
        let report = write(root.path(), &tree(&AFTER), WRITE).unwrap();
        assert_eq!(report.kept, [], "after {count} steps");
        let folders = [("a/", ""), ("new/", ""), ("new/deep/", ""), ("swap/", "")];
        holds(root.path(), &[&AFTER[..], &folders[..]].concat());
        assert!(write(root.path(), &tree(&AFTER), Mode::Check).unwrap().is_current(), "after {count} steps");
        count += 1;
    }
    assert!(count > 15, "the run has {count} steps only");
}

#[test]
fn after_an_interrupted_run_another_output_is_written_as_well() {
    for count in 0.. {
        let root = folder();
        if !interrupted(root.path(), count) {
            break;
        }
        let report = write(root.path(), &tree(&[("a/b", "3")]), WRITE).unwrap();
        assert_eq!(report.kept, [], "after {count} steps");
        assert!(!root.path().join("same").exists() && !root.path().join("swop").exists());
        assert_eq!(listing(root.path())["a/b"], "3");
    }
}

#[test]
fn what_a_person_did_after_an_interruption_is_kept() {
    let mut kept_once = false;
    for count in 0.. {
        let root = folder();
        if !interrupted(root.path(), count) {
            break;
        }
        fs::write(root.path().join("a/b"), "mine").unwrap();
        let report = write(root.path(), &tree(&AFTER), WRITE).unwrap();
        kept_once |= report.interrupted;
        assert_eq!(
            report.kept,
            [Kept { path: "a/b".to_owned(), reason: Reason::Edited }],
            "after {count} steps"
        );
        assert_eq!(listing(root.path())["a/b"], "mine");
    }
    assert!(kept_once);
}

/// Where the processes that the tests below start write to; a folder of their own without one.
const OUT: &str = "FERROFORM_TEST_OUT";

/// A tree that takes a while: 200 files of 16 KiB.
fn big_tree(text: &str) -> Tree {
    let mut tree = Tree::default();
    for number in 0..200 {
        tree.add(format!("{}/{number}.txt", number % 20), text.repeat(16 * 1024));
    }
    tree
}

#[test]
fn a_big_tree_is_written() {
    let own = folder();
    let out = std::env::var_os(OUT).map_or(own.path().to_owned(), Into::into);
    let report = write(&out, &big_tree("2"), WRITE).unwrap_or_else(|problems| panic!("{}", problems[0]));
    assert_eq!(report.kept, []);
    assert!(write(&out, &big_tree("2"), Mode::Check).unwrap().is_current());
}

/// The test above as a process of its own, below a shell command.
#[cfg(unix)]
fn child(shell: &str, out: &Path) -> Command {
    let test = "output::tests::a_big_tree_is_written";
    let mut command = Command::new("sh");
    command.args(["-c", &format!(r#"{shell} exec "$0" --exact {test} --nocapture"#)]);
    command.arg(std::env::current_exe().unwrap()).env(OUT, out);
    command.stdout(std::process::Stdio::null()).stderr(std::process::Stdio::piped());
    command
}

#[cfg(unix)]
#[test]
fn a_killed_run_is_completed_by_the_next() {
    const RUNS: u32 = 10;
    let root = folder();
    write(root.path(), &big_tree("1"), WRITE).unwrap();
    let start = std::time::Instant::now();
    assert!(child("", root.path()).status().unwrap().success());
    let whole_run = start.elapsed();
    let whole = ["1", "2"].map(|text| text.repeat(16 * 1024));
    for run in 0..RUNS {
        let root = folder();
        write(root.path(), &big_tree("1"), WRITE).unwrap();
        let mut child = child("", root.path()).spawn().unwrap();
        std::thread::sleep(whole_run * run / RUNS);
        child.kill().unwrap();
        child.wait().unwrap();
        let half = listing(root.path()).into_values().find(|text| !text.is_empty() && !whole.contains(text));
        assert_eq!(half, None, "run {run} was killed and left a file half written");
        let report = write(root.path(), &big_tree("2"), WRITE).unwrap();
        assert_eq!(report.kept, [], "run {run} was killed");
        assert!(write(root.path(), &big_tree("2"), Mode::Check).unwrap().is_current());
    }
}

/// A file size limit of 8 KiB stands for a full disk: the same calls fail.
#[cfg(unix)]
#[test]
fn a_full_disk_leaves_the_old_output_as_it_was() {
    let root = folder();
    write(root.path(), &tree(&[("0/0.txt", "old"), ("mine/1", "old")]), WRITE).unwrap();
    let before = listing(root.path());
    let ended = child("ulimit -f 8; trap '' XFSZ;", root.path()).output().unwrap();
    let complaint = String::from_utf8_lossy(&ended.stderr);
    assert!(!ended.status.success());
    assert!(complaint.contains("cannot be written: File too large"), "{complaint}");
    assert_eq!(listing(root.path()), before);
    assert!(!root.path().join(SCRATCH).join("staging").exists());
    assert!(
        write(root.path(), &tree(&[("0/0.txt", "old"), ("mine/1", "old")]), Mode::Check)
            .unwrap()
            .is_current()
    );
}

#[test]
fn what_belongs_to_another_run_is_not_removed() {
    let root = folder();
    let holding = |things: &[&str]| {
        let mut tree = Tree::holding(things.iter().map(|thing| (*thing).to_owned()));
        tree.add(format!("{}.js", things.join("-")), "");
        tree
    };
    write(root.path(), &holding(&["python", "a"]), WRITE).unwrap();
    for (tree, others) in [(holding(&["rust", "a"]), "python"), (holding(&["python", "b"]), "a")] {
        let says = format!(
            "OUT: holds {others}, which this run does not write and would remove\n  \
             help: give a folder of its own; --force writes over what is there"
        );
        assert_eq!(problem(root.path(), &tree, WRITE), says);
        assert_eq!(problem(root.path(), &tree, Mode::Check), says);
    }
    holds(root.path(), &[("python-a.js", "")]);
    write(root.path(), &holding(&["python", "a", "b"]), WRITE).unwrap();
    write(root.path(), &holding(&["rust"]), FORCE).unwrap();
    holds(root.path(), &[("rust.js", "")]);
}
