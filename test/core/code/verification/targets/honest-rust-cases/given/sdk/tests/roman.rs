use roman::{roman, RomanError};
use rstest::rstest;
use test_case::test_case;

// ROM-1
#[rstest]
#[case(0)]
#[case(4000)]
fn out_of_range(#[case] n: u16) {
    assert_eq!(roman(n), Err(RomanError::OutOfRange));
}

// ROM-1
#[test_case(1 => "I")]
#[test_case(3999 => "MMMCMXCIX")]
fn limits(n: u16) -> String {
    roman(n).unwrap()
}

// ROM-2
#[test_case(4, "IV"; "four")]
#[test_case(9, "IX"; "nine")]
fn subtracts(n: u16, expected: &str) {
    assert_eq!(roman(n).as_deref(), Ok(expected));
}
