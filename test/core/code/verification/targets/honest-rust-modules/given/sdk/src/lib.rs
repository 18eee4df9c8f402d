#[derive(Debug, PartialEq)]
pub enum WordError {
    Nothing,
}

// WRD-1
pub fn word(text: &str) -> Result<&str, WordError> {
    text.split(' ').next().filter(|w| !w.is_empty()).ok_or(WordError::Nothing)
}

// WRD-2
pub fn before(a: &str, b: &str) -> bool {
    a.to_lowercase() < b.to_lowercase()
}
