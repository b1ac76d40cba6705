//! `/campaigns/{campaign}`: who has been heard from.

use actix_web::{HttpResponse, web};

use super::drive::{Asked, Drive, desk};
use super::figures;
use crate::campaign::{PostKind, off_target};
use crate::pages::campaign::turnout::TurnoutPage;
use crate::web::account::SignedIn;
use crate::web::{PageError, State, reply, today};

/// Shows the page.
pub async fn show(
    state: web::Data<State>,
    signed_in: web::ReqData<SignedIn>,
    key: web::Path<String>,
) -> Result<HttpResponse, PageError> {
    let signed_in = signed_in.into_inner();
    let page = web::block(move || {
        let drive = Drive::get(&state, &key)?;
        let policy = state.config.policy;
        let published = figures::publish(&drive, &state.store, policy, today())?;
        let posts = state.store.list_posts(&drive.campaign.key)?;
        let geography = &drive.geography;
        let approved = Drive::approved(&posts, PostKind::Page).is_some();
        let over = drive.is_over();
        let has_result = figures::has_result(&drive, &state.store)?;
        let results = if over { figures::results(&drive, &state.store, approved)? } else { Vec::new() };
        let page = TurnoutPage {
            desk: desk(&state, &signed_in, Some(&drive))?,
            team: drive.campaign.team.clone(),
            whom: if drive.asked.ages().is_some() { "Children and young people" } else { "Everybody" }.to_owned(),
            people: published.people,
            target: u64::from(drive.campaign.target),
            by_links: published.by_links,
            days: drive.days(),
            counted: if has_result { "All votes of the ballot".to_owned() } else { figures::counted(&drive, today()) },
            held: !has_result,
            tables: published.tables,
            advice: published.advice,
            policy,
            area: geography.name.clone(),
            credit: format!("{} {}.", geography.source, geography.attributions.join(". ")),
            ballot: matches!(drive.asked, Asked::Ballot(_)).then(|| drive.asked.address()),
            unapproved: !approved,
            off: off_target(drive.campaign.target, &state.store.list_targets(&drive.campaign.key)?),
            over,
            results,
        };
        Ok::<_, PageError>(page.render().into_string())
    });
    Ok(reply::page(page.await??))
}
