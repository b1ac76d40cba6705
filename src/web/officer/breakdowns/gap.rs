//! `GET /officer/c/{consultation}/gap`: what children say that adults do not, and the reverse.

use actix_web::{HttpRequest, HttpResponse, web};

use super::super::desk::desk;
use super::super::opening::{Opening, open};
use super::asked_ages::OLDEST;
use super::named::rows;
use super::shape::{Content, PERSPECTIVE};
use crate::breakdown::{Asked, Crosstab, Rows, Side, Sides};
use crate::pages::officer::breakdowns::Gap;
use crate::web::account::SignedIn;
use crate::web::{PageError, State};

/// Shows the page.
pub async fn show(
    state: web::Data<State>,
    signed_in: web::ReqData<SignedIn>,
    key: web::Path<String>,
    request: HttpRequest,
) -> Result<HttpResponse, PageError> {
    open(state, signed_in, key.into_inner(), &request, |opening| Ok(page(opening)?.render().into_string())).await
}

fn page(opening: &Opening) -> Result<Gap, PageError> {
    let Opening { state, signed_in, subject, .. } = opening;
    let policy = state.config.policy;
    let counted = state.columns.get(state, subject, Content::Themes)?;
    let perspectives = &subject.consultation.perspectives;
    let sides: Vec<Side> = perspectives.iter().map(|perspective| Side::of(perspective, OLDEST)).collect();
    let asked = Asked { rows: Rows::Themes, by: vec![PERSPECTIVE.to_owned()], by_question: false, only: Vec::new() };
    let table = Crosstab::of(&counted.columns, &asked, policy).map_err(PageError::broken)?;
    let places: Vec<usize> = rows(subject, &counted, false).into_iter().map(|row| row.place).collect();
    let has = |side: Side| sides.contains(&side);
    let plural = |key: &str| subject.perspective_plural(key).to_owned();
    let who = |side: Side| {
        let of_side = perspectives.iter().zip(&sides).filter(|(_, known)| **known == side);
        of_side.map(|(perspective, _)| plural(&perspective.key)).collect()
    };
    Ok(Gap {
        desk: desk(state, signed_in, Some(subject))?,
        sides: (has(Side::Children) && has(Side::Adults)).then(|| Sides::of(&table, &places, &sides)),
        names: rows(subject, &counted, true).into_iter().map(|row| (row.key, row.name)).collect(),
        groups: perspectives.iter().map(|one| (one.key.clone(), plural(&one.key))).collect(),
        who: [who(Side::Children), who(Side::Adults)],
        policy,
    })
}
