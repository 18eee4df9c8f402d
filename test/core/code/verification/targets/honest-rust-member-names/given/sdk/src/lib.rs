//! Framing.

pub const MAX: usize = 1 << 20;

#[derive(Debug, PartialEq)]
pub enum Error {
    TooLong,
}

/// FR-1, FR-2
pub fn frame(body: &[u8]) -> Result<Vec<u8>, Error> {
    if body.len() > MAX {
        return Err(Error::TooLong);
    }
    let mut out = (body.len() as u32).to_be_bytes().to_vec();
    out.extend_from_slice(body);
    Ok(out)
}
