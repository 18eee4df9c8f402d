#[derive(Debug)]
pub struct Refused {
    pub code: &'static str,
}

const MOST_LINES: usize = 1000;

/// FR-001 (import)
pub fn import(file: &str) -> Result<usize, Refused> {
    let lines = file.lines().count();
    if lines > MOST_LINES {
        return Err(Refused { code: "too_many_lines" });
    }
    Ok(lines)
}

/// FR-001 (rename)
pub fn rename(name: &str) -> Result<String, Refused> {
    if name.is_empty() {
        return Err(Refused { code: "empty_name" });
    }
    Ok(name.to_string())
}
