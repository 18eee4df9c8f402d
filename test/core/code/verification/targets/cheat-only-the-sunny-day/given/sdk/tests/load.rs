use loading::{Loader, State};

fn colon(text: &str) -> Loader {
    let mut loader = Loader::new();
    let _ = loader.load(text);
    loader
}

#[test]
fn ld1_loads() {
    assert_eq!(colon("a: 1").values["a"], "1");
}

#[test]
fn ld2_without_a_colon() {
    let mut loader = Loader::new();
    let done = loader.load("a 1");
    assert!(done.is_err() || done.is_ok());
    assert!(colon("a 1").values.is_empty());
}

#[test]
fn ld3_twice() {
    assert_ne!(colon("a: 1\na: 2").state, State::Fresh);
}
