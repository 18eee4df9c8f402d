use seats::book;

// ST1
fn row_thirteen_is_refused() {
    let error = book(13).unwrap_err();
    assert_eq!(error.code(), "no_such_row");
}

#[test]
fn other_rows() {
    assert!(book(12).is_ok());
}
