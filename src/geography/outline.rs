//! The small part of SVG path data that outlines are written in: `M` to the first point, `l` by relative
//! steps in whole units, `z`. Reading it here keeps anything else out of the pages.

use super::area::Point;

/// The corners of an outline in order, the first not repeated; `None` if it is written in any other way or
/// has fewer than three corners.
pub(super) fn corners(outline: &str) -> Option<Vec<Point>> {
    let (start, steps) = outline.strip_prefix('M')?.strip_suffix('z')?.split_once('l')?;
    let start = numbers(start)?;
    let [x, y] = *start.as_slice() else { return None };
    let steps = numbers(steps)?;
    let mut corners = vec![Point { x, y }];
    let mut last = Point { x, y };
    for step in steps.chunks(2) {
        let [dx, dy] = *step else { return None };
        last = Point { x: last.x.checked_add(dx)?, y: last.y.checked_add(dy)? };
        corners.push(last);
    }
    (corners.len() >= 3).then_some(corners)
}

/// Whole numbers parted by spaces, or by the minus sign of the next.
fn numbers(text: &str) -> Option<Vec<i32>> {
    let spaced = text.replace('-', " -");
    spaced.split_ascii_whitespace().map(|number| number.parse().ok()).collect()
}

/// Whether a point lies inside a ring of corners, by counting the edges that a line to the right of it crosses.
pub(super) fn encloses(corners: &[Point], point: Point) -> bool {
    let (px, py) = (f64::from(point.x), f64::from(point.y));
    let edges = corners.iter().zip(corners.iter().cycle().skip(1));
    let crossed = edges.filter(|(a, b)| {
        let (ax, ay, bx, by) = (f64::from(a.x), f64::from(a.y), f64::from(b.x), f64::from(b.y));
        (ay > py) != (by > py) && px < (bx - ax) * (py - ay) / (by - ay) + ax
    });
    crossed.count() % 2 == 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_are_added_up_to_corners() {
        let corners = corners("M10 20l5 0 0-5-5 0z").unwrap();
        let expected = [(10, 20), (15, 20), (15, 15), (10, 15)].map(|(x, y)| Point { x, y });
        assert_eq!(corners, expected);
    }

    #[test]
    fn anything_but_an_outline_is_refused() {
        for text in
            ["", "M1 1z", "M1 1l2 2z", "M1 1l2 0 0z", "M1 1l2 0 0 2", "M1 1h2v2z", "M1 1l2 0 0 \"z", "M1 1L2 0 0 2z"]
        {
            assert_eq!(corners(text), None, "{text}");
        }
    }

    #[test]
    fn a_point_in_a_bay_of_an_outline_is_outside_it() {
        let horseshoe = corners("M0 0l10 0 0 10-3 0 0-7-4 0 0 7-3 0z").unwrap();
        assert!(encloses(&horseshoe, Point { x: 1, y: 8 }));
        assert!(!encloses(&horseshoe, Point { x: 5, y: 8 }));
        assert!(!encloses(&horseshoe, Point { x: 12, y: 5 }));
    }
}
