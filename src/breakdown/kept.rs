//! Published figures as they are written down and read back. Leaves out where they are kept (`store`).

/// A number whose every digit must come back: as text, because not every reader of JSON is exact to the last bit.
pub(super) mod to_the_last_digit {
    use serde::de::Error;
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    pub(in crate::breakdown) fn serialize<S: Serializer>(number: &Option<f64>, to: S) -> Result<S::Ok, S::Error> {
        number.map(|number| number.to_string()).serialize(to)
    }

    pub(in crate::breakdown) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Option<f64>, D::Error> {
        let text: Option<String> = Option::deserialize(from)?;
        text.map(|text| text.parse().map_err(|_| D::Error::custom("not a number"))).transpose()
    }
}

#[cfg(test)]
mod tests {
    use crate::breakdown::{Breakdown, Figure, Group, Policy, Row, Share};

    #[test]
    fn a_table_comes_back_to_the_last_digit_and_a_hidden_figure_is_still_hidden() {
        let groups = [("a", 103), ("b", 97), ("c", 31)];
        let groups = groups.map(|(name, base)| Group { key: name.into(), name: name.into(), base });
        let rows = [("buses", [77, 13, 4]), ("parks", [41, 67, 11])];
        let rows = rows.map(|(name, counts)| Row {
            key: name.into(),
            name: name.into(),
            total: counts.iter().sum(),
            counts: counts.to_vec(),
        });
        let table = Breakdown::new(231, &groups, &rows, Policy::default());
        let cells = || table.rows.iter().flat_map(|row| &row.cells);
        assert!(cells().any(|cell| cell.figure == Figure::Hidden) && cells().any(|cell| cell.gap.is_some()));
        let written = serde_json::to_string(&table).unwrap();
        assert_eq!(serde_json::from_str::<Breakdown>(&written).unwrap(), table);
        let one = table.of_group(1);
        assert_eq!((one.groups.len(), &one.rows[0].cells[..]), (1, &table.rows[0].cells[1..2]));
    }

    #[test]
    fn what_is_no_share_is_not_read_as_one() {
        for wrong in ["[5,0]", "[6,5]"] {
            assert!(serde_json::from_str::<Share>(wrong).is_err(), "{wrong}");
        }
    }
}
