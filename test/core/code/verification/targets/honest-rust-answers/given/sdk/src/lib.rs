pub enum Mode {
    Closed,
    Trial,
    Open,
}

pub struct Guest {
    pub paying: bool,
    pub blocked: bool,
}

// RO1
pub fn is_open(mode: &Mode, guest: &Guest) -> bool {
    match mode {
        Mode::Open => true,
        Mode::Trial => guest.paying,
        Mode::Closed => !guest.blocked,
    }
}
