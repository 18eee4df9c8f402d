//! LD1, LD2, LD3
use std::collections::HashMap;

#[derive(Debug, PartialEq)]
pub enum LoadError {
    Colon(String),
}

#[derive(Debug, PartialEq, Clone, Copy)]
pub enum State {
    Fresh,
    Loaded,
    Doubtful,
}

pub struct Loader {
    pub state: State,
    pub values: HashMap<String, String>,
}

impl Loader {
    pub fn new() -> Self {
        Self { state: State::Fresh, values: HashMap::new() }
    }

    // LD1, LD2, LD3
    pub fn load(&mut self, text: &str) -> Result<(), LoadError> {
        for line in text.lines() {
            let read = line.split_once(": ").ok_or_else(|| LoadError::Colon(line.to_string()));
            if let Some((name, value)) = read.ok() {
                self.values.insert(name.to_string(), value.to_string());
            }
        }
        self.state = State::Loaded;
        Ok(())
    }
}
