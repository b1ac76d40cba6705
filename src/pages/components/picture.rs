//! Pictures that stand beside options, drawn for Heard in one stroke width. They are part of the page, so that they
//! cost no request.

use maud::{Markup, html};

/// The names that a survey may give, in the order of the alphabet.
pub const NAMES: [&str; 16] = [
    "bike", "book", "bus", "doctor", "family", "food", "football", "friends", "heart", "home", "music", "park",
    "phone", "school", "sun", "work",
];

/// The picture of this name; nothing for a name that is not known. `alt` says what it shows, where the words beside
/// it do not.
pub fn picture(name: &str, alt: Option<&str>) -> Markup {
    let Some(drawing) = drawing(name) else { return html! {} };
    html! {
        svg class="pic" viewBox="0 0 48 48" width="64" height="64" role=[alt.map(|_| "img")] aria-label=[alt]
            aria-hidden=[alt.is_none().then_some("true")] {
            path d=(drawing) {}
        }
    }
}

fn drawing(name: &str) -> Option<&'static str> {
    Some(match name {
        "bike" => {
            "M12 41a8 8 0 1 1 0-16 8 8 0 0 1 0 16zM36 41a8 8 0 1 1 0-16 8 8 0 0 1 0 16zM12 33l7-15h12l5 15M19 18l7 15h-14M26 33l5-15-2-5h5M16 18h6"
        }
        "book" => {
            "M24 12c-4-4-10-5-18-5v31c8 0 14 1 18 5 4-4 10-5 18-5V7c-8 0-14 1-18 5zM24 12v31M11 15c4 0 6 1 8 2M11 23c4 0 6 1 8 2M37 15c-4 0-6 1-8 2M37 23c-4 0-6 1-8 2"
        }
        "bus" => {
            "M8 38V12q0-4 4-4h24q4 0 4 4v26zM8 27h32M24 8v19M13 38v4h4v-4M31 38v4h4v-4M14 33h3M31 33h3M4 18v7M44 18v7"
        }
        "doctor" => "M14 6h-4v12a8 8 0 0 0 16 0V6h-4M18 26v7a9 9 0 0 0 18 0v-5M36 28a5 5 0 1 1 0-10 5 5 0 0 1 0 10z",
        "family" => {
            "M14 16a5 5 0 1 1 0-10 5 5 0 0 1 0 10zM34 16a5 5 0 1 1 0-10 5 5 0 0 1 0 10zM24 29a4 4 0 1 1 0-8 4 4 0 0 1 0 8zM5 42V28q0-8 9-8 4 0 6 2M43 42V28q0-8-9-8-4 0-6 2M17 42v-4q0-6 7-6t7 6v4z"
        }
        "food" => "M8 24h32q0 14-11 17H19Q8 38 8 24zM4 24h40M17 18q-4-4 0-8M25 18q-4-4 0-8M33 18q-4-4 0-8",
        "football" => {
            "M24 43a19 19 0 1 1 0-38 19 19 0 0 1 0 38zM24 16l8 6-3 9H19l-3-9zM24 16V5M32 22l10-4M29 31l6 8M19 31l-6 8M16 22L6 18"
        }
        "friends" => {
            "M15 20a7 7 0 1 1 0-14 7 7 0 0 1 0 14zM33 20a7 7 0 1 1 0-14 7 7 0 0 1 0 14zM4 42V34q0-9 11-9 6 0 9 3 3-3 9-3 11 0 11 9v8M24 28v14"
        }
        "heart" => "M24 42C8 30 5 23 5 17a9 9 0 0 1 19-3 9 9 0 0 1 19 3c0 6-3 13-19 25z",
        "home" => "M5 24L24 7l19 17M10 20v22h28V20M20 42V29h8v13",
        "music" => {
            "M16 37V10l22-4v27M16 17l22-4M11 43a6 5 0 1 1 0-10 6 5 0 0 1 0 10zM33 38a6 5 0 1 1 0-10 6 5 0 0 1 0 10z"
        }
        "park" => "M24 42V26M24 34l-7-6M24 31l6-5M24 27c-9 0-14-4-14-10S15 6 24 6s14 5 14 11-5 10-14 10zM6 42h36",
        "phone" => "M14 4h20q3 0 3 3v34q0 3-3 3H14q-3 0-3-3V7q0-3 3-3zM11 11h26M11 36h26M22 40h4",
        "school" => "M4 42V22h12l8-8 8 8h12v20zM24 14V4h9l-3 4 3 4h-9M20 42V31h8v11M9 28h4M35 28h4M9 35h4M35 35h4",
        "sun" => {
            "M24 34a10 10 0 1 1 0-20 10 10 0 0 1 0 20zM24 3v5M24 40v5M3 24h5M40 24h5M9 9l4 4M35 35l4 4M39 9l-4 4M13 35l-4 4"
        }
        "work" => "M6 15h36v26H6zM17 15v-5q0-3 3-3h8q3 0 3 3v5M6 26h14M28 26h14M20 23h8v6h-8z",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_has_its_drawing_and_no_two_look_alike() {
        let drawings: std::collections::BTreeSet<_> = NAMES.iter().map(|name| drawing(name).unwrap()).collect();
        assert_eq!(drawings.len(), NAMES.len());
    }

    #[test]
    fn a_picture_beside_words_that_say_it_is_not_read_aloud() {
        assert!(picture("bus", None).into_string().contains("aria-hidden=\"true\""));
        let told = picture("bus", Some("A bus at night")).into_string();
        assert!(told.contains("role=\"img\"") && told.contains("A bus at night") && !told.contains("aria-hidden"));
        assert_eq!(picture("unicorn", None).into_string(), "");
    }
}
