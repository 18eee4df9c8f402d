use framing::{frame, Error};

/// FR-1
#[test]
fn length_prefix_is_big_endian() {
    let framed = frame(b"ab").unwrap();
    assert_eq!(&framed[..4], &[0, 0, 0, 2]);
    assert_eq!(&framed[4..], b"ab");
}

/// FR-2
#[test]
fn refuses_a_long_frame() {
    assert!(frame(&vec![0; 1024 * 1024]).is_ok());
    assert!(matches!(frame(&vec![0; 1024 * 1024 + 1]), Err(Error::TooLong)));
}
