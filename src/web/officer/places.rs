//! A geography's shapes as pages draw them.

use crate::geography::Geography;
use crate::pages::figures::district_map::{Area, Outlines};

/// The outlines of a geography's districts, with whom they come from.
pub fn outlines(geography: &Geography) -> Outlines {
    let area = |area: &crate::geography::Area| Area {
        key: area.key.clone(),
        name: area.name.clone(),
        path: area.outline.clone(),
        label: (f64::from(area.label.x), f64::from(area.label.y)),
        tile: (u32::from(area.tile.column), u32::from(area.tile.row)),
    };
    Outlines {
        view_box: geography.view_box.to_string(),
        areas: geography.districts.iter().map(area).collect(),
        attribution: format!("{}.", geography.attributions.join(". ")),
    }
}
