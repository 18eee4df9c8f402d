use std::collections::VecDeque;
use std::time::Duration;

// 1.1
const LIFETIME: Duration = Duration::from_secs(60 * 60);
const CAPACITY: usize = 1_000;
const MAX_VALUE: usize = 64 << 10;

#[derive(Debug, PartialEq)]
pub struct TooLarge(pub usize);

struct Item {
    key: String,
    value: Vec<u8>,
    until: Duration,
}

#[derive(Default)]
pub struct Store {
    items: VecDeque<Item>,
}

impl Store {
    pub fn set(&mut self, key: &str, value: &[u8], now: Duration, lifetime: Option<Duration>) -> Result<(), TooLarge> {
        // 2.2
        if value.len() > MAX_VALUE {
            return Err(TooLarge(value.len()));
        }
        // 2.1
        if self.items.len() == CAPACITY {
            self.items.pop_front();
        }
        // 1.2
        let until = now + lifetime.unwrap_or(LIFETIME);
        self.items.push_back(Item { key: key.into(), value: value.into(), until });
        Ok(())
    }

    pub fn get(&self, key: &str, now: Duration) -> Option<&[u8]> {
        let found = self.items.iter().rfind(|item| item.key == key)?;
        (now < found.until).then_some(found.value.as_slice())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HOUR: Duration = Duration::from_secs(3600);

    #[test]
    fn req_1_1_forgets_after_an_hour() {
        let mut store = Store::default();
        store.set("a", b"1", Duration::ZERO, None).unwrap();
        assert_eq!(store.get("a", HOUR - Duration::from_secs(1)), Some(&b"1"[..]));
        assert_eq!(store.get("a", HOUR), None);
    }

    #[test]
    fn req_1_2_own_lifetime() {
        let mut store = Store::default();
        store.set("a", b"1", Duration::ZERO, Some(2 * HOUR)).unwrap();
        assert_eq!(store.get("a", HOUR), Some(&b"1"[..]));
        assert_eq!(store.get("a", 2 * HOUR), None);
    }

    #[test]
    fn req_2_1_drops_the_first() {
        let mut store = Store::default();
        for i in 0..=CAPACITY {
            store.set(&i.to_string(), b"x", Duration::ZERO, None).unwrap();
        }
        assert_eq!(store.get("0", Duration::ZERO), None);
        assert!(store.get("1", Duration::ZERO).is_some());
    }

    #[test]
    fn req_2_2_large_values() {
        let mut store = Store::default();
        assert_eq!(store.set("a", &[0; 65_536], Duration::ZERO, None), Ok(()));
        assert_eq!(store.set("a", &[0; 65_537], Duration::ZERO, None), Err(TooLarge(65_537)));
    }
}
