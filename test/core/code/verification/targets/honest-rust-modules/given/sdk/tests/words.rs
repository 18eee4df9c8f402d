use words::{before, word, WordError};

// WRD-1
mod cutting {
    use super::*;

    #[test]
    fn at_a_blank() {
        assert_eq!(word("a b"), Ok("a"));
    }

    #[test]
    fn nothing() {
        assert_eq!(word(""), Err(WordError::Nothing));
    }
}

// WRD-2
mod comparing {
    use super::*;

    #[test]
    fn cases() {
        assert!(before("Ab", "abc"));
        assert!(!before("abc", "Ab"));
    }
}
