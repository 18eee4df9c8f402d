use rooms::{is_open, Guest, Mode};

// RO1
#[test]
fn trial_is_for_those_who_pay() {
    assert!(is_open(&Mode::Trial, &Guest { paying: true, blocked: false }));
    assert!(!is_open(&Mode::Trial, &Guest { paying: false, blocked: false }));
}

// RO1
#[test]
fn closed_is_for_those_who_are_not_blocked() {
    assert!(is_open(&Mode::Closed, &Guest { paying: false, blocked: false }));
    assert!(!is_open(&Mode::Closed, &Guest { paying: false, blocked: true }));
}
