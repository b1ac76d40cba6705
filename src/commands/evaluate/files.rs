//! The three files for scripts. Their columns are a promise: change them only with a decision record.

use crate::commands::analyse::csv_bytes;
use crate::themes::{Agreement, Measure, Prediction};

/// `theme,support,precision,recall,f1,low,high`: every theme by key, then `micro` and `macro`.
pub(super) fn scores(agreement: &Agreement, themes: &[(String, String)]) -> anyhow::Result<Vec<u8>> {
    let row = |key: &str, it: &Measure| {
        let mut row = vec![key.to_owned(), it.support.to_string()];
        row.extend([it.precision, it.recall, it.f1, it.low, it.high].map(|number| format!("{number:.4}")));
        row
    };
    let rows = themes.iter().zip(&agreement.themes).map(|((key, _), measure)| row(key, measure));
    let last = [row("micro", &agreement.micro), row("macro", &agreement.mean)];
    csv_bytes(&["theme", "support", "precision", "recall", "f1", "low", "high"], rows.chain(last))
}

/// `id,theme,score,applied`: every theme of every answer measured on.
pub(super) fn predictions(
    predictions: &[Prediction],
    ids: &[String],
    themes: &[(String, String)],
) -> anyhow::Result<Vec<u8>> {
    let rows = predictions.iter().map(|it| {
        let id = ids.get(it.answer).cloned().unwrap_or_default();
        let theme = themes.get(it.theme).map(|(key, _)| key.clone()).unwrap_or_default();
        vec![id, theme, format!("{:.3}", it.score), u8::from(it.is_applied).to_string()]
    });
    csv_bytes(&["id", "theme", "score", "applied"], rows)
}

/// `size,micro_f1,macro_f1`: a row for each size asked for.
pub(super) fn curve(curve: &[(usize, f64, f64)]) -> anyhow::Result<Vec<u8>> {
    let rows =
        curve.iter().map(|&(size, micro, mean)| vec![size.to_string(), format!("{micro:.4}"), format!("{mean:.4}")]);
    csv_bytes(&["size", "micro_f1", "macro_f1"], rows)
}
