//! The layouts that postcode files are published in, known by their content.
//!
//! Code-Point Open (Ordnance Survey): ten columns, without a header or with one of its two. ONS Postcode Directory and
//! National Statistics Postcode Lookup (Office for National Statistics): a header, whose names have changed over the
//! years. Older layouts, such as the one of 2008 with its other district codes, are not read.

/// Which columns of a file say what, counted from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Layout {
    pub(super) postcode: usize,
    pub(super) district: usize,
    /// The month that a postcode ended, empty for one in use.
    pub(super) ended: Option<usize>,
    /// The columns that a line must have.
    pub(super) columns: usize,
    /// Whether the first line is a header.
    pub(super) has_header: bool,
}

/// Column names for the postcode, the one with a single space first.
const POSTCODE: [&str; 7] = ["pcds", "pcd2", "pcd8", "pcd7", "pcd", "postcode", "pc"];
const DISTRICT: [&str; 5] = ["oslaua", "laua", "ladcd", "admin_district_code", "dc"];
const CODE_POINT_COLUMNS: usize = 10;

impl Layout {
    /// The layout of a file with this first line.
    pub(super) fn of(first_line: &[&str]) -> Option<Self> {
        Self::of_header(first_line).or_else(|| Self::of_code_point(first_line))
    }

    fn of_header(names: &[&str]) -> Option<Self> {
        let names: Vec<String> = names.iter().map(|name| name.trim().to_ascii_lowercase()).collect();
        let find = |wanted: &str| names.iter().position(|name| name == wanted);
        let postcode = POSTCODE.into_iter().find_map(find)?;
        let district = DISTRICT.into_iter().find_map(find).or_else(|| names.iter().position(|name| is_dated(name)))?;
        Some(Self { postcode, district, ended: find("doterm"), columns: names.len(), has_header: true })
    }

    fn of_code_point(line: &[&str]) -> Option<Self> {
        let fits =
            line.len() == CODE_POINT_COLUMNS && line.first().is_some_and(|it| super::unit::Unit::parse(it).is_some());
        fits.then_some(Self { postcode: 0, district: 8, ended: None, columns: CODE_POINT_COLUMNS, has_header: false })
    }
}

/// Whether this names the column of district codes of one year, for example `lad23cd`.
fn is_dated(name: &str) -> bool {
    let year = name.strip_prefix("lad").and_then(|rest| rest.strip_suffix("cd"));
    year.is_some_and(|year| year.len() == 2 && year.bytes().all(|byte| byte.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn layout(line: &str) -> Option<(usize, usize, Option<usize>)> {
        let fields: Vec<&str> = line.split(',').collect();
        Layout::of(&fields).map(|it| (it.postcode, it.district, it.ended))
    }

    #[test]
    fn published_layouts_are_known_by_their_first_line() {
        let directory = "pcd,pcd2,pcds,dointr,doterm,oscty,ced,oslaua,osward,parish,usertype,oseast1m,osnrth1m";
        let lookup = "pcd,pcd2,pcds,dointr,doterm,usertype,oseast1m,osnrth1m,osgrdind,oa11,cty,ced,laua,ward,hlthau";
        let newer =
            "pcd7,pcd8,pcds,dointr,doterm,usrtypind,east1m,north1m,gridind,oa21cd,cty25cd,ced25cd,lad25cd,wd25cd";
        let areas =
            "pcd7,pcd8,pcds,dointr,doterm,usertype,oa11cd,lsoa11cd,msoa11cd,ladcd,lsoa11nm,msoa11nm,ladnm,ladnmw";
        for (line, expected) in [
            (directory, (2, 7, Some(4))),
            (lookup, (2, 12, Some(4))),
            (newer, (2, 12, Some(4))),
            (areas, (2, 9, Some(4))),
            ("PC,PQ,EA,NO,CY,RH,LH,CC,DC,WC", (0, 8, None)),
            ("B45 8BS,10,402270,275063,E92000001,E19000001,E18000005,E10000034,E07000234,E05007823", (0, 8, None)),
            ("\"B458BS\",10,,,,,,,,".trim_matches('"'), (0, 8, None)),
        ] {
            let expected = Some(expected);
            assert_eq!(layout(&line.replace('"', "")), expected, "{line}");
        }
    }

    #[test]
    fn another_layout_is_not_taken_for_one_of_them() {
        for line in ["", "name,postcode", "pcds,ladnm", "B45 8BS,10", "question,answer,district"] {
            assert_eq!(layout(line), None, "{line}");
        }
    }
}
