#[derive(Debug, PartialEq)]
pub enum SeatError {
    NoSuchRow,
}

impl SeatError {
    pub fn code(&self) -> &'static str {
        "no_such_row"
    }
}

// ST1
pub fn book(row: u32) -> Result<u32, SeatError> {
    if row == 13 {
        return Err(SeatError::NoSuchRow);
    }
    Ok(row)
}
