use records::import;

// FR-001
#[test]
fn a_long_file_is_refused() {
    assert_eq!(import(&"x\n".repeat(1000)).unwrap(), 1000);
    let refused = import(&"x\n".repeat(1001)).unwrap_err();
    assert_eq!(refused.code, "too_many_lines");
}
