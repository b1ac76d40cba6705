//! A geography's shapes as pages draw them.

use crate::geography::Geography;
use crate::pages::figures::district_map::{Area, Outlines};

/// The outlines of a geography's districts, with whom they come from.
pub fn outlines(geography: &Geography) -> Outlines {
    let area = |area: &crate::geography::Area| Area {
        key: area.key.clone(),
        name: area.name.clone(),
        path: area.outline.clone(),
        label: (area.label[0], area.label[1]),
        tile: (area.tile[0], area.tile[1]),
    };
    Outlines {
        view_box: geography.view_box.clone(),
        areas: geography.districts.iter().map(area).collect(),
        attribution: geography.attributions.join(" "),
    }
}
