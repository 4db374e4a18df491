//! Tools that are installed on demand into `target/tools`.

use std::fs::{self, File};
use std::path::{Path, PathBuf};

use crate::root;

/// The folder `target/tools/<name>`, holding what `install` puts into it.
///
/// The installation is made once per `pins`: the text that fixes its versions is written into the folder at
/// the very end, so one that was interrupted, or made for other pins, is thrown away and made again. Test
/// processes wait for each other.
pub fn installed(name: &str, pins: &str, install: impl FnOnce(&Path)) -> PathBuf {
    let tools = root().join("target/tools");
    fs::create_dir_all(&tools).expect("cannot make target/tools");
    let lock = File::create(tools.join(format!("{name}.lock"))).expect("cannot make a lock file");
    lock.lock().expect("cannot lock");

    let folder = tools.join(name);
    let complete = folder.join("complete.pins");
    if fs::read_to_string(&complete).is_ok_and(|found| found == pins) {
        return folder;
    }
    if folder.exists() {
        fs::remove_dir_all(&folder).expect("cannot remove an incomplete installation");
    }
    fs::create_dir(&folder).expect("cannot make the folder of an installation");
    install(&folder);
    fs::write(complete, pins).expect("cannot mark an installation as complete");
    folder
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::*;

    #[test]
    fn an_installation_is_made_once_and_again_for_other_pins() {
        let count = Cell::new(0);
        let install = |pins: &str| {
            installed("self-test", pins, |folder| {
                count.set(count.get() + 1);
                fs::write(folder.join("tool"), pins).unwrap();
            })
        };
        install("0");
        count.set(0);
        install("1");
        install("1");
        assert_eq!(count.get(), 1);
        let folder = install("2");
        assert_eq!((count.get(), fs::read_to_string(folder.join("tool")).unwrap().as_str()), (2, "2"));
        fs::remove_file(folder.join("complete.pins")).unwrap();
        install("2");
        assert_eq!(count.get(), 3, "an installation without its mark is incomplete");
    }
}
