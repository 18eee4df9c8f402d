use records::rename;

// FR-001
#[test]
fn an_empty_name_is_refused() {
    assert_eq!(rename("").unwrap_err().code, "empty_name");
    assert_eq!(rename("ann").unwrap(), "ann");
}
